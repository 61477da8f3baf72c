import Testing

@testable import Authoring

@Suite("Words of code are told apart")
struct CodeLanguageTests {
    /// What is recognised, as `kind:text`.
    static func words(_ text: String, _ language: CodeLanguage) -> [String] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            language.tokens(of: bytes).map { "\($0.kind.rawValue):" + String(decoding: bytes[$0.range], as: UTF8.self) }
        }
    }

    static let lines: [(CodeLanguage, String, [String])] = [
        (
            .html, "<p class=\"a b\" hidden>Un & deux</p>",
            ["tag:p", "property:class", "string:\"a b\"", "property:hidden", "tag:p"]
        ),
        (.html, "<!doctype html><!-- <b> -->", ["keyword:<!doctype html>", "comment:<!-- <b> -->"]),
        (.html, "<input value=x checked>", ["tag:input", "property:value", "string:x", "property:checked"]),
        (.html, "1 < 2 <", []),
        (.html, "<a href=\"a", ["tag:a", "property:href", "string:\"a"]),
        (
            .html, "<style>p{color:red}</style><script>let a</script>",
            ["tag:style", "property:color", "tag:style", "tag:script", "keyword:let", "tag:script"]
        ),
        (
            .css, "a:hover, #b { color: #fff; margin: 1.5rem 50% } /* x */",
            ["property:color", "number:#fff", "property:margin", "number:1.5rem", "number:50%", "comment:/* x */"]
        ),
        (
            .css, "@media (min-width: 40em) { p::before { content: \"}\"; --x: 0 !important } }",
            ["keyword:@media", "property:content", "string:\"}\"", "property:--x", "number:0", "keyword:!important"]
        ),
        (
            .javascript, "const été = `a ${b}\n` + 'c\\'d'; // fin",
            ["keyword:const", "string:`a ${b}\n`", "string:'c\\'d'", "comment:// fin"]
        ),
        (.javascript, "newest = 12.5.toFixed(2) - x1 /* a", ["number:12.5.toFixed", "number:2", "comment:/* a"]),
        (.javascript, "'a\nif", ["string:'a", "keyword:if"]),
        (
            .json, "{\"a\" : [\"b\", -1.5, true, null]}",
            ["property:\"a\"", "string:\"b\"", "number:1.5", "keyword:true", "keyword:null"]
        ),
        (
            .sql, "select nom from client where id = 3 and ville = 'L''Isle' -- fin",
            [
                "keyword:select", "keyword:from", "keyword:where", "number:3", "keyword:and", "string:'L'", "string:'Isle'",
                "comment:-- fin",
            ]
        ),
        (
            .shell, "git commit -m \"Un mot\" && ls a#b # fin",
            ["keyword:git", "property:-m", "string:\"Un mot\"", "keyword:ls", "comment:# fin"]
        ),
        (
            .console, "$ pwd\n/home/samia if\n$ cd ..\n\n$ ls -a",
            ["prompt:$", "keyword:pwd", "prompt:$", "keyword:cd", "prompt:$", "keyword:ls", "property:-a"]
        ),
    ]

    @Test(
        "one line at a time",
        arguments: lines)
    func tells(_ language: CodeLanguage, _ text: String, _ expected: [String]) {
        #expect(Self.words(text, language) == expected)
    }

    @Test("any bytes end, in order, without an overlap", arguments: 0..<20)
    func soup(_ seed: UInt64) {
        let pieces = [
            "<", ">", "</", "<!--", "-->", "<style>", "</style>", "<script>", "\"", "'", "`", "\\", "/*", "*/", "//", "--", "#",
            "{", "}", ":", ";", "@a", "!", "$ ", "\n", " ", "é", "a", "if", "1", ".", "%", "=", "-", "&",
        ]
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        for _ in 0..<50 {
            var text = ""
            for _ in 0..<60 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            for language in [CodeLanguage.html, .css, .javascript, .json, .sql, .shell, .console] {
                Array(text.utf8).withUnsafeBufferPointer { bytes in
                    var end = 0
                    for token in language.tokens(of: bytes) {
                        #expect(token.range.lowerBound >= end && !token.range.isEmpty, "\(language): \(text.debugDescription)")
                        end = token.range.upperBound
                    }
                    #expect(end <= bytes.count)
                }
            }
        }
    }
}
