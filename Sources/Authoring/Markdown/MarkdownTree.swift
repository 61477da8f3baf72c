import CMarkGFM
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A node of cmark-gfm's tree. It lives as long as the parse that made it: see ``MarkdownTree/withDocument(_:_:)``.
struct MarkdownNode: Equatable {
    let pointer: OpaquePointer

    init?(_ pointer: OpaquePointer?) {
        guard let pointer else { return nil }
        self.pointer = pointer
    }

    var type: cmark_node_type { cmark_node_get_type(pointer) }
    /// The name of the type, which also tells what extensions make.
    var typeName: String { String(cString: cmark_node_get_type_string(pointer)) }
    var parent: MarkdownNode? { MarkdownNode(cmark_node_parent(pointer)) }
    var next: MarkdownNode? { MarkdownNode(cmark_node_next(pointer)) }
    var previous: MarkdownNode? { MarkdownNode(cmark_node_previous(pointer)) }
    var firstChild: MarkdownNode? { MarkdownNode(cmark_node_first_child(pointer)) }

    var children: some Sequence<MarkdownNode> {
        sequence(state: firstChild) { node in
            defer { node = node?.next }
            return node
        }
    }

    /// Everything below, in no particular order.
    var descendants: some Sequence<MarkdownNode> {
        sequence(state: Array(children)) { left in
            guard let node = left.popLast() else { return nil }
            left.append(contentsOf: node.children)
            return node
        }
    }

    /// The text of a text, code or HTML node. Valid as long as the node is.
    var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
    var url: String { Self.string(cmark_node_get_url(pointer)) }
    var title: String { Self.string(cmark_node_get_title(pointer)) }
    var codeInfo: String { Self.string(cmark_node_get_fence_info(pointer)) }

    private static func string(_ text: UnsafePointer<CChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: text, count: strlen(text)).assumingMemoryBound(to: UInt8.self)
    }
}

/// Parses Markdown with the extensions that the format names.
enum MarkdownTree {
    /// Blocks and inlines inside each other, at most.
    static let deepest = 60

    private static let extensionsAreRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    /// cmark-gfm keeps the signs that extensions watch for in one table of the process, filled and emptied around each reading of
    /// inlines: two at once would take them from each other.
    private static let inlines = Mutex(())

    /// Calls `body` with the document; its nodes end with the call.
    /// - Returns: `nil` when memory ran out.
    static func withDocument<Result>(_ bytes: [UInt8], _ body: (MarkdownNode) -> Result) -> Result? {
        guard extensionsAreRegistered, let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES) else { return nil }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            guard let syntax = cmark_find_syntax_extension(name) else { return nil }
            cmark_parser_attach_syntax_extension(parser, syntax)
        }
        bytes.withUnsafeBytes { buffer in
            cmark_parser_feed(parser, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
        }
        guard let root = MarkdownNode(finish(parser)) else { return nil }
        defer { cmark_node_free(root.pointer) }
        return body(root)
    }

    private static func finish(_ parser: OpaquePointer) -> OpaquePointer? {
        // The address itself goes through the lock as a number: a pointer is not `Sendable`.
        let address = UInt(bitPattern: parser)
        let root = inlines.withLock { _ in
            UInt(bitPattern: cmark_parser_finish(OpaquePointer(bitPattern: address)))
        }
        return OpaquePointer(bitPattern: root)
    }

    /// The first node that stands too deep to be walked by recursion; `nil` when all is well.
    static func tooDeep(_ root: MarkdownNode) -> MarkdownNode? {
        var node = root
        var depth = 0
        while true {
            if let child = node.firstChild {
                depth += 1
                if depth > deepest { return child }
                node = child
                continue
            }
            while node.next == nil {
                guard let parent = node.parent, parent != root else { return nil }
                node = parent
                depth -= 1
            }
            guard let next = node.next else { return nil }
            node = next
        }
    }
}
