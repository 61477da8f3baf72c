/// What mail servers mean by their answers.
package enum SMTPAnswer {
    /// Whether the answer to a recipient says that there will never be such an address.
    ///
    /// RFC 3463: 5.1.1 to 5.1.3, 5.1.6 and 5.1.10 (RFC 7505) are about the recipient's address, 5.2.1 is a mailbox that was closed. A full mailbox
    /// (5.2.2), a policy (5.7.x) and the sender's own address (5.1.7, 5.1.8) say nothing of the kind. Without such a code: 550, 551 and 553 of
    /// RFC 5321.
    package static func saysNobody(_ answer: String) -> Bool {
        let parts = answer.split(maxSplits: 2, whereSeparator: \.isWhitespace)
        guard let code = parts.first.flatMap({ Int($0) }), (500...599).contains(code) else { return false }
        if parts.count > 1 {
            let status = parts[1].split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
            if status.count == 3, let kind = status[0], let subject = status[1], let detail = status[2] {
                return kind == 5 && (subject == 1 && [1, 2, 3, 6, 10].contains(detail) || subject == 2 && detail == 1)
            }
        }
        return [550, 551, 553].contains(code)
    }
}
