import CMalloc

/// How the server's allocator treats memory that a request gave back.
enum ServerMemory {
    /// Keeps what requests gave back for the next ones: by default glibc returns the top of each arena to the system as soon as it
    /// exceeds 128 kB, so that pages of a few dozen kB are taken and cleared again for every other request. In alternating runs on a busy
    /// machine 5 to 8 % of a page's CPU, for 3 MB. Call it before the first request.
    static func keepForRequests() {
        // mallopt(3). A threshold that is set is no longer adjusted, hence all three.
        _ = mallopt(M_TRIM_THRESHOLD, 64 << 20)
        _ = mallopt(M_TOP_PAD, 1 << 20)
        _ = mallopt(M_MMAP_THRESHOLD, 4 << 20)
    }
}
