#include <stddef.h>
#include <stdint.h>

/* libFuzzer without a main of its own, as the toolchain brings it. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*tries)(const uint8_t *data, size_t size));
