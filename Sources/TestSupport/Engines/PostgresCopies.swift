import PostgresDriver
import Synchronization

/// The databases of tests on the PostgreSQL server. Making one takes a tenth of a second; giving one back the content of its template takes a
/// few milliseconds, so those that are done with are used again.
final class PostgresCopies: Sendable {
    static let shared = PostgresCopies()

    /// By template: those that hold what the template holds, and are nobody's.
    private let free = Mutex<[String: [String]]>([:])
    private let templates = Mutex<[String: String]>([:])

    /// Keeps the content of a template in a schema of its own, so that its copies can be given it back.
    func prepare(_ template: String) async throws {
        let settings = PostgresSettings(address: try PostgresCluster.shared().address(template))
        try await PostgresDatabase.runAlone(
            """
            CREATE SCHEMA kept;
            DO $$ DECLARE name text; BEGIN
                FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
                    EXECUTE format('CREATE TABLE kept.%I AS TABLE public.%I', name, name);
                END LOOP;
            END $$
            """, settings)
    }

    /// A database that holds what `template` holds.
    func take(_ template: String) async throws -> String {
        if let name = free.withLock({ $0[template]?.popLast() }) { return name }
        let cluster = try PostgresCluster.shared()
        let name = cluster.newName("test")
        let strategy = PostgresCluster.version >= 15 ? " STRATEGY file_copy" : ""
        try await cluster.administer("CREATE DATABASE \(name) TEMPLATE \(template)\(strategy)")
        templates.withLock { $0[name] = template }
        return name
    }

    /// Nobody is connected to it any more.
    func giveBack(_ name: String) async throws {
        let cluster = try PostgresCluster.shared()
        guard let template = templates.withLock({ $0[name] }), template != "template0" else {
            return try await cluster.administer("DROP DATABASE \(name) WITH (FORCE)")
        }
        do {
            // Without the checks of foreign keys, so in any order. A test that changed the schema keeps its database from being used again.
            try await PostgresDatabase.runAlone(
                """
                SET session_replication_role = replica;
                DO $$ DECLARE name text; BEGIN
                    IF (SELECT count(*) FROM pg_tables WHERE schemaname = 'public')
                        <> (SELECT count(*) FROM pg_tables WHERE schemaname = 'kept') THEN RAISE 'another schema'; END IF;
                    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
                        EXECUTE format('DELETE FROM public.%I', name);
                        EXECUTE format('INSERT INTO public.%I SELECT * FROM kept.%I', name, name);
                    END LOOP;
                END $$
                """, PostgresSettings(address: cluster.address(name)))
            free.withLock { $0[template, default: []].append(name) }
        } catch {
            try await cluster.administer("DROP DATABASE \(name) WITH (FORCE)")
        }
    }
}
