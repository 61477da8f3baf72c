import Foundation

/// Small changes of an iCalendar text that somebody else wrote.
enum CalendarText {
    /// Puts the site's address in, and the sender as who organizes: what whoever wrote it could not know. Lines are folded again by octets
    /// (RFC 5545, section 3.1).
    static func addressed(_ text: String, site: String, organizer: String) -> String {
        let unfolded = text.replacing("\r\n ", with: "").replacing("\r\n\t", with: "")
        return unfolded.replacing(LetterDraft.site, with: site).split(separator: "\r\n", omittingEmptySubsequences: true).map {
            line in
            guard line.hasPrefix("ORGANIZER"), let place = line.range(of: ":urn:uuid:") else { return folded(line) }
            return folded(line[..<place.lowerBound] + ":mailto:" + organizer)
        }.joined(separator: "\r\n") + "\r\n"
    }

    static func folded(_ line: Substring) -> String {
        var result = ""
        var width = 0
        for character in line.unicodeScalars {
            let length = UTF8.width(character)
            if width + length > 75 {
                result += "\r\n "
                width = 1
            }
            result.unicodeScalars.append(character)
            width += length
        }
        return result
    }
}
