import Accounts
import Essentials
import Outbound
import Scheduling

/// Something about a session that somebody is told.
struct SessionNews {
    enum Kind: Equatable {
        case planned
        case changed(before: ClassSession)
        /// It does not take place, or not for this reader any more.
        case cancelled
        case tomorrow
        case soon
    }

    let kind: Kind
    let session: ClassSession
    let cohort: Cohort
    /// Where it is a meeting of two people.
    var meeting: Identifier<MentoringMeeting>?

    /// The first hour at which somebody who does not know of it may be wrong.
    var begins: Instant {
        if case .changed(let before) = kind { return min(before.startsAt, session.startsAt) }
        return session.startsAt
    }

    /// Where one reads more of it.
    var page: String { meeting.map { "/mentoring/meetings/\($0.text)" } ?? "/sessions/\(session.id.text)" }
}

/// The words of a letter about sessions.
struct SessionLetter {
    private let news: [SessionNews]
    private let reader: ClassSessionStore.Reader
    private let trainers: [String]
    private let refusal: String
    private var language: Language { reader.language }

    /// - Parameters:
    ///   - trainers: who holds the session, when it is one.
    ///   - refusal: the reader's secret for wanting no more.
    init(news: [SessionNews], reader: ClassSessionStore.Reader, trainers: [String], refusal: String) {
        self.news = news
        self.reader = reader
        self.trainers = trainers
        self.refusal = refusal
    }

    static func refusalPath(_ token: String) -> String { "/mail/refusal/" + token }

    private func say(_ fr: String, _ en: String) -> String { Phrase(fr: fr, en: en).in(language) }

    /// Never the sign that stands for the site's address.
    private func typed(_ text: String) -> String { text.replacing(LetterDraft.site, with: "") }

    var subject: String {
        guard let first = news.first, news.count == 1 else {
            return typed(
                say("\(news.count) séances : \(news[0].cohort.title)", "\(news.count) sessions: \(news[0].cohort.title)"))
        }
        let title = first.session.plan.title
        let when = moment(first.session, withYear: false)
        let words =
            switch first.kind {
            case .planned where first.meeting != nil: "\(title), \(when)"
            case .planned: say("Séance : \(title), \(when)", "Session: \(title), \(when)")
            case .changed: say("Changement : \(title), \(when)", "Changed: \(title), \(when)")
            case .cancelled: say("Annulée : \(title), \(when)", "Cancelled: \(title), \(when)")
            case .tomorrow: say("Rappel : \(title), \(when)", "Reminder: \(title), \(when)")
            case .soon: say("Bientôt : \(title), à \(hour(first.session))", "Soon: \(title), at \(hour(first.session))")
            }
        return typed(words)
    }

    var body: String {
        var parts = [say("Bonjour \(reader.givenName),", "Hello \(reader.givenName),")]
        if let one = news.first, news.count == 1 {
            parts.append(opening(one))
            parts.append(details(one))
            if case .changed(let before) = one.kind { parts.append(difference(before, one.session)) }
            if one.kind == .cancelled {
                if let reason = one.session.reason, one.session.status == .cancelled {
                    parts.append(say("Pourquoi : \(reason)", "Why: \(reason)"))
                }
            } else if let notes = one.session.plan.notes {
                parts.append(notes)
            }
        } else {
            parts.append(say("Voici ce qui change dans votre agenda.", "Here is what changes in your agenda."))
            parts += news.map { one in
                [label(one.kind), typed(one.session.plan.title), moment(one.session, withYear: true), one.session.plan.place]
                    .compactMap(\.self).joined(separator: "\n")
            }
        }
        let page = news.count == 1 ? news[0].page : "/agenda"
        return typed(parts.joined(separator: "\n\n")) + "\n\n" + link(page) + "\n\n-- \n" + footer + "\n"
    }

    private func opening(_ news: SessionNews) -> String {
        news.meeting == nil ? openingOfSession(news) : openingOfMeeting(news.kind)
    }

    private func openingOfMeeting(_ kind: SessionNews.Kind) -> String {
        switch kind {
        case .planned: say("Un rendez-vous est pris.", "A meeting is booked.")
        case .changed:
            say("Votre rendez-vous a changé. Voici ce qui vaut maintenant.", "Your meeting has changed. Here is what holds now.")
        case .cancelled: say("Ce rendez-vous est annulé.", "This meeting is cancelled.")
        case .tomorrow: say("Votre rendez-vous approche.", "Your meeting is coming up.")
        case .soon: say("Votre rendez-vous commence bientôt.", "Your meeting begins soon.")
        }
    }

    private func openingOfSession(_ news: SessionNews) -> String {
        switch news.kind {
        case .planned: say("Une séance est prévue pour vous.", "A session is planned for you.")
        case .changed: say("Une séance a changé. Voici ce qui vaut maintenant.", "A session has changed. Here is what holds now.")
        case .cancelled where news.session.status == .cancelled:
            say("Cette séance est annulée : ne venez pas.", "This session is cancelled: please do not come.")
        case .cancelled: say("Cette séance n’est plus pour vous.", "This session is no longer for you.")
        case .tomorrow: say("Votre séance approche.", "Your session is coming up.")
        case .soon: say("Votre séance commence bientôt.", "Your session begins soon.")
        }
    }

    private func label(_ kind: SessionNews.Kind) -> String {
        switch kind {
        case .planned: say("Prévue :", "Planned:")
        case .changed: say("Changée :", "Changed:")
        case .cancelled: say("Annulée :", "Cancelled:")
        case .tomorrow, .soon: say("Rappel :", "Reminder:")
        }
    }

    private func details(_ news: SessionNews) -> String {
        let plan = news.session.plan
        var lines = [plan.title, moment(news.session, withYear: true), news.session.plan.kind.phrase.in(language)]
        if let place = plan.place { lines.append(say("Lieu : \(place)", "Place: \(place)")) }
        if !trainers.isEmpty {
            let names = trainers.joined(separator: ", ")
            lines.append(say("Avec \(names)", "With \(names)"))
        }
        return lines.joined(separator: "\n")
    }

    private func difference(_ before: ClassSession, _ after: ClassSession) -> String {
        var lines: [String] = []
        if before.plan.start != after.plan.start || before.plan.duration != after.plan.duration
            || before.startsAt != after.startsAt
        {
            let when = moment(before, withYear: true)
            lines.append(say("Avant : \(when)", "Before: \(when)"))
        }
        if before.plan.place != after.plan.place {
            let place = before.plan.place ?? "—"
            lines.append(say("Lieu avant : \(place)", "Place before: \(place)"))
        }
        if before.plan.link != after.plan.link {
            lines.append(
                say("L’adresse de la classe virtuelle a changé.", "The address of the virtual class has changed."))
        }
        return lines.joined(separator: "\n")
    }

    private func link(_ page: String) -> String {
        let address = LetterDraft.site + page
        if news.count > 1 { return say("Votre agenda : \(address)", "Your agenda: \(address)") }
        if news[0].meeting != nil {
            return say("La page du rendez-vous : \(address)", "The meeting’s page: \(address)")
        }
        if news[0].kind == .cancelled { return say("La page de la séance : \(address)", "The session’s page: \(address)") }
        return news[0].session.plan.link == nil
            ? say("La page de la séance : \(address)", "The session’s page: \(address)")
            : say(
                "La page de la séance, où l’on rejoint la classe 10 minutes avant :\n\(address)",
                "The session’s page, where one joins the class 10 minutes before:\n\(address)")
    }

    private var footer: String {
        let title = typed(news[0].cohort.title)
        return Self.footer(title, language, refusal)
    }

    /// What stands at the end of every letter that can be refused.
    static func footer(_ title: String, _ language: Language, _ refusal: String) -> String {
        let (settings, stop) = (LetterDraft.site + "/profile/mail", LetterDraft.site + refusalPath(refusal))
        return Phrase(
            fr:
                "Vous recevez ce message parce que vous êtes dans « \(title) ».\nNe répondez pas à ce courriel : personne ne le lirait. Écrivez sur le site.\nChoisir ce que vous recevez : \(settings)\nNe plus rien recevoir : \(stop)",
            en:
                "You receive this message because you are in “\(title)”.\nDo not answer this e-mail: nobody would read it. Write on the site.\nChoose what you get: \(settings)\nGet nothing more: \(stop)"
        ).in(language)
    }

    // MARK: When

    private func moment(_ session: ClassSession, withYear: Bool) -> String {
        let plan = session.plan
        let day = plan.start.day.words(in: language, withYear: withYear)
        let end = plan.zone.wallTime(session.endsAt)
        let zone = plan.zone.name == WallZone.paris.name ? "" : " (\(plan.zone.name))"
        let (from, until) = (Self.hour(plan.start, language), Self.hour(end, language))
        return withYear
            ? say("\(day), de \(from) à \(until)\(zone)", "\(day), from \(from) to \(until)\(zone)")
            : say("\(day) à \(from)\(zone)", "\(day) at \(from)\(zone)")
    }

    private func hour(_ session: ClassSession) -> String { Self.hour(session.plan.start, language) }

    /// « 9 h 30 », `09:30`
    private static func hour(_ wall: WallTime, _ language: Language) -> String {
        let minute = wall.minute % 60
        return language == .french ? "\(wall.minute / 60) h \(minute < 10 ? "0" : "")\(minute)" : wall.hourText
    }

    // MARK: For calendar programs

    /// One session: an invitation, or that it does not take place. Several: what there is now.
    func calendar(at now: Instant) -> LetterCalendar {
        let entries = news.map { one in
            var session = one.session
            // Who is no longer in the group takes it off the calendar.
            if one.kind == .cancelled { session.status = .cancelled }
            session.plan.title = typed(session.plan.title)
            return SessionCalendar.Entry(session: session, cohortTitle: typed(one.cohort.title), changedAt: now)
        }
        let texts = SessionCalendar.Texts(
            name: typed(news[0].cohort.title), cancelled: say("Cette séance est annulée.", "This session is cancelled."),
            reminder: say("Bientôt :", "Soon:"))
        let isOne = entries.count == 1
        let bytes = SessionCalendar.text(entries, texts: texts, attendee: isOne ? reader.address : nil) { session in
            news.first { $0.session.id == session.id }.map { LetterDraft.site + $0.page }
        }
        let method: LetterCalendar.Method = isOne ? (entries[0].session.status == .cancelled ? .cancel : .request) : .publish
        return LetterCalendar(method: method, text: String(decoding: bytes, as: UTF8.self))
    }
}
