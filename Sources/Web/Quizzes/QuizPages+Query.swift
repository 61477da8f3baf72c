import Assessment
import Campus
import CourseContent
import Essentials
import HTML
import Progress

extension QuizModel {
    /// - Parameter extraTime: of this learner, in percent.
    init(quiz: QuizContent, reading: Campus.ActivityReading, attempts: [Attempt], extraTime: Int = 0) {
        let activity = reading.activity
        course = reading.course.outline.key
        courseTitle = reading.course.outline.title
        courseLanguage = reading.course.outline.language
        id = activity.id
        title = activity.title
        language = activity.language
        minutes = activity.minutes
        place = activity.place
        isOptional = activity.isOptional
        isEvaluation = activity.isEvaluation
        isPreview = reading.learner == nil
        instructions = quiz.instructions
        questionCount = quiz.questionCount
        drawnFrom = quiz.draws == nil ? nil : quiz.questions.count
        passScore = activity.completion.passScore
        completion = CompletionModel(activity.completion)
        due = reading.due
        attemptsAllowed = quiz.attemptsAllowed
        secondsAllowed = quiz.timeLimit.map { TimeLimit(minutes: $0, extraPercent: extraTime).seconds }
        self.extraTime = quiz.timeLimit == nil || extraTime == 0 ? nil : extraTime
        completedAt = reading.learner?.state?.completedAt
        endedAt = reading.endedAt
        self.attempts = attempts.map { attempt in
            AttemptSummary(
                id: attempt.id.text, number: attempt.number, startedAt: attempt.startedAt,
                deadline: attempt.deadline, submittedAt: attempt.result?.submittedAt, score: attempt.result?.score,
                isWaiting: attempt.isWaiting)
        }
        grade = activity.grade ?? .best
        mark = AttemptStanding(attempts: attempts, allowed: quiz.attemptsAllowed).mark(by: activity.grade)
        next = .init(reading.course.following(activity.id))
        preview =
            isPreview
            ? quiz.questions.enumerated().map { QuestionModel($0.element, number: $0.offset + 1, response: nil, marked: nil) }
            : []
    }
}

extension AttemptModel {
    init(_ reading: Campus.AttemptReading, now: Instant) {
        let attempt = reading.attempt
        id = attempt.id.text
        number = attempt.number
        course = reading.course.outline.key
        courseTitle = reading.course.outline.title
        courseLanguage = reading.course.outline.language
        activity = reading.activity.id
        title = reading.activity.title
        language = reading.activity.language
        passScore = reading.activity.completion.passScore
        attemptsAllowed = reading.quiz.attemptsAllowed
        attemptsUsed = reading.attemptsUsed
        instructions = reading.quiz.instructions
        startedAt = attempt.startedAt
        deadline = attempt.deadline
        secondsLeft = attempt.isOpen ? attempt.deadline.map { max(0, ($0.milliseconds - now.milliseconds) / 1000) } : nil
        submittedAt = attempt.result?.submittedAt ?? attempt.sentAt
        isWaiting = attempt.isWaiting
        score = attempt.result?.score
        points = attempt.result?.points
        maximumPoints = attempt.maximumPoints
        sequence = Int(reading.answers.values.map(\.sequence).max() ?? 0)
        review = reading.review
        band = attempt.result.flatMap { reading.quiz.band(of: $0.score)?.text }
        missedWords = reading.missed.isEmpty ? nil : OfferedWords(reading.missed, now: now)
        let open = reading.review == .open ? reading.marked : nil
        let marked = Dictionary(
            (open?.answers ?? []).map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
        questions = reading.quiz.questions.enumerated().map { index, question in
            QuestionModel(
                question, number: index + 1, response: reading.answers[question.id]?.response, marked: marked[question.id])
        }
    }
}

extension QuestionModel {
    /// - Parameter marked: the correction; only with it does the model say what is right.
    init(_ question: Question, number: Int, response: Response?, marked: MarkedAnswer?) {
        id = question.id
        self.number = number
        text = question.text
        points = question.points
        switch question.body {
        case .single(let choices):
            (type, unit) = (.single, nil)
            self.choices = choices.map { ChoiceModel(id: $0.id, text: $0.text) }
        case .multiple(let choices):
            (type, unit) = (.multiple, nil)
            self.choices = choices.map { ChoiceModel(id: $0.id, text: $0.text) }
        case .trueFalse: (type, unit, choices) = (.trueFalse, nil, [])
        case .numeric(let key): (type, unit, choices) = (.numeric, key.unit, [])
        case .shortText: (type, unit, choices) = (.shortText, nil, [])
        case .gapFill: (type, unit, choices) = (.gapFill, nil, [])
        case .matching: (type, unit, choices) = (.matching, nil, [])
        case .ordering: (type, unit, choices) = (.ordering, nil, [])
        case .longAnswer: (type, unit, choices) = (.longAnswer, nil, [])
        case .dictation: (type, unit, choices) = (.dictation, nil, [])
        }
        parts = question.body.parts?.map { part in
            PartModel(
                id: part.id, text: part.text, options: part.options?.map { OptionModel(id: $0.id, text: $0.text) })
        }
        passage = question.body.passage
        audio = question.body.audio
        request = question.body.request(for: response)
        self.response = response.flatMap(ResponseModel.init)
        correction = marked.map { marked in
            Correction(
                points: marked.mark.points, isRight: marked.mark.isRight, feedback: marked.mark.feedback,
                rightAnswers: question.body.rightAnswers, explanation: question.explanation,
                parts: question.body.corrections(marked.mark), isWaiting: marked.isWaiting, comment: marked.tutor?.comment,
                modelAnswer: marked.isWaiting ? nil : question.body.modelAnswer,
                dictation: question.body.dictation(response))
        }
    }
}

extension ResponseModel {
    /// `nil` when nothing was answered: an empty text, no choice.
    init?(_ response: Response) {
        switch response {
        case .choice(let id): self.init(choices: [id])
        case .choices(let ids):
            guard !ids.isEmpty else { return nil }
            self.init(choices: ids)
        case .truth(let value): self.init(truth: value)
        case .number(let text), .text(let text):
            guard !text.isEmpty else { return nil }
            self.init(text: text)
        case .parts(let values):
            guard !values.isEmpty else { return nil }
            self.init(parts: values)
        }
    }
}

extension QuestionBody {
    /// What is right, as safe HTML; empty for true or false, where the other answer says it.
    fileprivate var rightAnswers: [String] {
        switch self {
        case .single(let choices), .multiple(let choices): choices.filter(\.isCorrect).map(\.text)
        case .trueFalse: []
        case .numeric(let key):
            [[Self.plain(key.answer), key.unit].compactMap(\.self).joined(separator: " ").rendered().text]
        case .shortText(let key): key.accepted.prefix(1).map { $0.text.rendered().text }
        case .dictation(let key): [key.said.rendered().text]
        case .gapFill, .matching, .longAnswer: []
        case .ordering(let key): key.order.compactMap { id in key.items.first { $0.id == id }?.text }
        }
    }

    /// What is asked of a text, and how long the one that was written is.
    fileprivate func request(for response: Response?) -> QuestionModel.TextRequest? {
        guard case .longAnswer(let key) = self else { return nil }
        var written = ""
        if case .text(let text) = response { written = text }
        return QuestionModel.TextRequest(
            minimumWords: key.minimumWords, maximumWords: key.maximumWords, criteria: key.criteria ?? [],
            words: LongAnswerKey.words(in: written), isOffLength: key.isOffLength(written))
    }

    fileprivate var audio: QuestionModel.Audio? {
        guard case .dictation(let key) = self else { return nil }
        return QuestionModel.Audio(address: key.audio.path, size: key.audio.size)
    }

    /// What was typed beside what was said, word by word.
    fileprivate func dictation(_ response: Response?) -> [QuestionModel.DictatedPiece]? {
        guard case .dictation(let key) = self else { return nil }
        var typed = ""
        if case .text(let text) = response { typed = text }
        return key.comparison(with: typed).pieces.map(QuestionModel.DictatedPiece.init)
    }

    fileprivate var modelAnswer: String? {
        guard case .longAnswer(let key) = self else { return nil }
        return key.modelAnswer
    }

    /// The text of a gap fill.
    fileprivate var passage: [QuestionModel.PieceModel]? {
        guard case .gapFill(let key) = self else { return nil }
        return key.pieces.map { piece in
            switch piece {
            case .text(let text): QuestionModel.PieceModel(text: text, part: nil)
            case .gap(let gap): QuestionModel.PieceModel(text: nil, part: gap.id)
            }
        }
    }

    /// What is right in each field; `nil` for a type without fields and for an order.
    fileprivate func corrections(_ mark: Mark) -> [QuestionModel.PartCorrection]? {
        let right: [String: String]
        switch self {
        case .gapFill(let key):
            right = Dictionary(
                key.gaps.map { gap in
                    switch gap.answer {
                    case .typed(let accepted): (gap.id, accepted.first ?? "")
                    case .chosen(let right, let options): (gap.id, options.first { $0.id == right }?.text ?? "")
                    }
                }, uniquingKeysWith: { first, _ in first })
        case .matching(let key):
            right = Dictionary(
                key.items.map { item in (item.id, key.options.first { $0.id == item.answer }?.text ?? "") },
                uniquingKeysWith: { first, _ in first })
        default: return nil
        }
        return mark.parts.map { part in
            QuestionModel.PartCorrection(
                id: part.id, isRight: part.isRight, rightAnswer: (right[part.id] ?? "").rendered().text)
        }
    }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    }
}
