#include <libxml/xmlversion.h>
// libxml2's headers would bring those of ICU, which are not the ones that Foundation was built with. Nothing of them is used here.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// `xmlFree` is a variable, which Swift does not take for safe.
static inline void rebond_xml_free(void *memory) { xmlFree(memory); }
