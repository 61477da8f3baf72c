// Essentials
