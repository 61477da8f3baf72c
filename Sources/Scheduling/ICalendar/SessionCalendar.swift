import CLibICal
package import Essentials

/// Sessions as iCalendar (RFC 5545, 7986): a file of one, or what a calendar program subscribes to.
package enum SessionCalendar {
    /// A session and what stands around it.
    package struct Entry: Sendable, Hashable {
        package let session: ClassSession
        package let cohortTitle: String
        /// When it was planned or changed last.
        package let changedAt: Instant

        package init(session: ClassSession, cohortTitle: String, changedAt: Instant) {
            self.session = session
            self.cohortTitle = cohortTitle
            self.changedAt = changedAt
        }
    }

    /// What the words of a calendar are.
    package struct Texts: Sendable {
        /// Of the calendar.
        package var name: String
        /// Before the reason of a cancelled session.
        package var cancelled: String
        /// What a calendar program shows a quarter of an hour before.
        package var reminder: String

        package init(name: String, cancelled: String, reminder: String) {
            self.name = name
            self.cancelled = cancelled
            self.reminder = reminder
        }
    }

    /// Minutes before the beginning at which a calendar program reminds.
    static let reminder: Int32 = 15

    /// The calendar as text. The same sessions give the same bytes.
    /// - Parameters:
    ///   - address: the page of a session, when the site has an address.
    ///   - attendee: who is invited, or told that it does not take place: an address of mail. Without it the calendar is a publication.
    ///   - shows: whether what holds for those who plan is in it too (the room's address, the session's kind): an export.
    package static func text(
        _ entries: [Entry], texts: Texts, isExport: Bool = false, attendee: String? = nil, address: (ClassSession) -> String?
    ) -> [UInt8] {
        let calendar = CalendarNode(ICAL_VCALENDAR_COMPONENT)
        calendar.add(icalproperty_new_version("2.0"))
        calendar.add(icalproperty_new_prodid("-//Rebond//Rebond//FR"))
        calendar.add(icalproperty_new_calscale("GREGORIAN"))
        // One session that was taken off the calendar says so of the whole object (RFC 5546, section 3.2.5).
        let isCancellation = entries.count == 1 && entries[0].session.status == .cancelled && !isExport
        let announcing = attendee == nil ? ICAL_METHOD_PUBLISH : ICAL_METHOD_REQUEST
        calendar.add(icalproperty_new_method(isCancellation ? ICAL_METHOD_CANCEL : announcing))
        calendar.add(texts.name, icalproperty_new_name)
        calendar.add(texts.name) { text in
            let property = icalproperty_new_x(text)
            icalproperty_set_x_name(property, "X-WR-CALNAME")
            return property
        }
        calendar.add(icalproperty_new_from_string("REFRESH-INTERVAL;VALUE=DURATION:PT1H"))
        for zone in zones(of: entries) { calendar.add(zone) }
        for entry in entries {
            let event = event(entry, texts: texts, isExport: isExport, address: address(entry.session))
            if let attendee {
                event.add(
                    icalproperty_new_attendee("mailto:" + attendee), icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT),
                    icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION), icalparameter_new_rsvp(ICAL_RSVP_FALSE))
            }
            calendar.add(event)
        }
        return calendar.finished()
    }

    private static func event(_ entry: Entry, texts: Texts, isExport: Bool, address: String?) -> CalendarNode {
        let (session, plan) = (entry.session, entry.session.plan)
        let event = CalendarNode(ICAL_VEVENT_COMPONENT)
        event.add(icalproperty_new_uid(session.id.text))
        event.add(icalproperty_new_dtstamp(icaltimetype(entry.changedAt)))
        event.add(icalproperty_new_lastmodified(icaltimetype(entry.changedAt)))
        event.add(icalproperty_new_sequence(Int32(clamping: session.revision)))
        // A publication has an organizer (RFC 5546, section 3.2.1): the cohort, which has no address of mail.
        let organizer = icalproperty_new_organizer("urn:uuid:" + session.cohort.text)
        event.add(organizer, icalparameter_new_cn(quotable(entry.cohortTitle)))
        if plan.zone.name == "UTC" {
            event.add(icalproperty_new_dtstart(icaltimetype(session.startsAt)))
        } else {
            event.add(icalproperty_new_dtstart(icaltimetype(plan.start)), icalparameter_new_tzid(plan.zone.name))
        }
        // A duration is time that passes; an end on the wall would be another one in the night of a change of clocks.
        event.add(icalproperty_new_duration(icaldurationtype_from_int(Int32(plan.duration) * 60)))
        event.add(plan.title, icalproperty_new_summary)
        event.add(plan.place, icalproperty_new_location)
        event.add(entry.cohortTitle, icalproperty_new_categories)
        var words: [String] = []
        if session.status == .cancelled {
            words.append([texts.cancelled, session.reason].compactMap(\.self).joined(separator: " "))
        }
        if let notes = plan.notes { words.append(notes) }
        event.add(words.joined(separator: "\n\n"), icalproperty_new_description)
        event.add(isExport ? plan.link ?? address : address, icalproperty_new_url)
        if isExport {
            event.add(plan.kind.rawValue) { text in
                let property = icalproperty_new_x(text)
                icalproperty_set_x_name(property, CalendarFile.kindName)
                return property
            }
        }
        switch session.status {
        case .published: event.add(icalproperty_new_status(ICAL_STATUS_CONFIRMED))
        case .draft: event.add(icalproperty_new_status(ICAL_STATUS_TENTATIVE))
        case .cancelled: event.add(icalproperty_new_status(ICAL_STATUS_CANCELLED))
        }
        if session.status == .published, !isExport {
            let alarm = CalendarNode(ICAL_VALARM_COMPONENT)
            alarm.add(icalproperty_new_action(ICAL_ACTION_DISPLAY))
            alarm.add(icalproperty_new_trigger(icaltriggertype_from_int(-reminder * 60)))
            alarm.add(texts.reminder + " " + plan.title, icalproperty_new_description)
            event.add(alarm)
        }
        return event
    }

    /// A name as the value of a parameter, which holds no quotes and no other lines.
    private static func quotable(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F && $0 != "\"" }))
    }

    // MARK: Zones

    private static func zones(of entries: [Entry]) -> [CalendarNode] {
        let named = Dictionary(grouping: entries.map(\.session).filter { $0.plan.zone.name != "UTC" }, by: \.plan.zone)
        return named.sorted { $0.key.name < $1.key.name }.compactMap { zone, sessions in
            let days = sessions.map(\.plan.start.day)
            guard let first = days.min(), let last = days.max() else { return nil }
            return self.zone(zone, from: first, through: last)
        }
    }

    /// What clocks of a zone do between two days, with the changes before and after them.
    private static func zone(_ zone: WallZone, from first: CalendarDay, through last: CalendarDay) -> CalendarNode {
        let node = CalendarNode(ICAL_VTIMEZONE_COMPONENT)
        node.add(icalproperty_new_tzid(zone.name))
        // The same changes of clocks stand together, as dates of one observance.
        var observances: [(change: ClockChange, starts: [WallTime])] = []
        for change in zone.clockChanges(fromYear: first.year - 1, throughYear: last.year + 1) {
            if let place = observances.firstIndex(where: { $0.change.isLike(change) }) {
                observances[place].starts.append(change.wall)
            } else {
                observances.append((change, [change.wall]))
            }
        }
        for (change, starts) in observances {
            let observance = CalendarNode(change.isSummer ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT)
            observance.add(icalproperty_new_dtstart(icaltimetype(starts[0])))
            observance.add(icalproperty_new_tzoffsetfrom(Int32(change.offsetBefore)))
            observance.add(icalproperty_new_tzoffsetto(Int32(change.offsetAfter)))
            for start in starts.dropFirst() {
                observance.add(
                    icalproperty_new_rdate(
                        icaldatetimeperiodtype(time: icaltimetype(start), period: icalperiodtype_null_period())))
            }
            node.add(observance)
        }
        return node
    }
}
