// The options that libcurl takes through `...`, each kind by a function with types, which Swift can call.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

typedef size_t (*rebond_curl_transfer)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode rebond_curl_begin(void) { return curl_global_init(CURL_GLOBAL_ALL); }

static inline CURLcode rebond_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode rebond_curl_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode rebond_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode rebond_curl_set_transfer(CURL *handle, CURLoption option, rebond_curl_transfer value) {
    return curl_easy_setopt(handle, option, value);
}

// What only one value of an enumeration says.
static inline CURLcode rebond_curl_require_tls(CURL *handle) {
    return curl_easy_setopt(handle, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
}

static inline CURLcode rebond_curl_require_tls12(CURL *handle) {
    return curl_easy_setopt(handle, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
}

static inline CURLcode rebond_curl_get_number(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}
