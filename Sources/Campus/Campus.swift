package import Accounts
import Assessment
import CourseContent
package import Essentials
package import Files
import Gamification
import LanguageLearning
package import Logging
package import Outbound
import Progress
package import SQL
package import Scheduling
import Tutoring

/// The use cases: what spans domains, who may do it, in one transaction. The only door for the web and for the command line.
package struct Campus: Sendable {
    package let database: any SQLDatabase
    package let clock: Clock
    package let files: BlobStore
    package let passwords: PasswordHasher
    package let logger: Logger
    /// Published courses in memory.
    package let library: CourseLibrary
    /// Virtual rooms that Rebond makes.
    package let rooms: VirtualRooms
    let sessions: SessionCache
    /// What the questions of an attempt are drawn by.
    let drawSeed: @Sendable () -> Int64

    let people = PersonStore()
    let cohorts = CohortStore()
    let memberships = MembershipStore()
    let signIns = SessionStore()
    let tokens = TokenStore()
    let links = SignInLinkStore()
    let signInCards = SignInCardStore()
    let throttle: ThrottleStore
    let security = SecurityEventStore()
    let courses = CourseStore()
    let enrolments = EnrolmentStore()
    let progress = ProgressStore()
    let recorder = ProgressRecorder()
    let pace = PaceStore()
    let goals = GoalStore()
    let attempts = AttemptStore()
    let extraTimes = ExtraTimeStore()
    let submissions = SubmissionStore()
    let scenarios = ScenarioStore()
    let surveys = SurveyStore()
    let calendar = ClassSessionStore()
    let attendance = AttendanceStore()
    let connections = ConnectionStore()
    /// When one signs.
    package let attendanceRules: AttendanceRules
    let mentors = MentoringStore()
    let devices = DeviceTestStore()
    let preparations = PreparationStore()
    let recordings = SessionRecordingStore()
    let recordingWatches = RecordingWatchStore()
    let waitingWork = WaitingWorkStore()
    let alerts = AlertStore()
    let keptViews = KeptViewStore()
    let staffNotes = StaffNoteStore()
    let contacts = ContactStore()
    let reports = ReportStore()
    let outbox = OutboxStore()
    let conversations = ConversationStore()
    let points = PointStore()
    let learningDays = LearningDayStore()
    let badges = BadgeStore()
    let ladders = LadderStore()
    let challenges = ChallengeStore()
    let cards = CardStore()
    let ownCards = OwnCardStore()
    let canDo = CanDoStore()
    let placements = PlacementStore()

    package init(
        database: any SQLDatabase, clock: Clock = .system, files: BlobStore, passwords: PasswordHasher = PasswordHasher(),
        throttle: ThrottleStore = ThrottleStore(), rooms: VirtualRooms = VirtualRooms(), logger: Logger,
        attendanceRules: AttendanceRules = .usual, drawSeed: @escaping @Sendable () -> Int64 = { .random(in: 0...Int64.max) }
    ) {
        self.database = database
        self.clock = clock
        self.files = files
        self.passwords = passwords
        self.throttle = throttle
        self.logger = logger
        self.rooms = rooms
        self.attendanceRules = attendanceRules
        self.drawSeed = drawSeed
        library = CourseLibrary()
        sessions = SessionCache()
    }

    /// Forgets what is kept in memory: another process wrote to the database.
    package func dropCaches() {
        library.dropPointers()
        sessions.dropAll()
    }

    /// How many sign-in sessions are in memory.
    package var cachedSessions: Int { sessions.count }

    /// How the schema of the database stands to this program; `nil` when the database does not answer.
    package func schemaStanding() async -> SchemaStanding? {
        try? await MigrationRunner.standing(of: database, CampusMigrations.all)
    }
}
