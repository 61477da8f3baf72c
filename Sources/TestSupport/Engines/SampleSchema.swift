package import SQL

/// A small schema and its statements, for the tests of the seam.
package enum Sample {
    package static let migrations = [
        Migration("sample/0001-thing") { dialect in
            """
            CREATE TABLE place (name TEXT NOT NULL PRIMARY KEY);
            CREATE TABLE thing (
                id BIGINT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                size DOUBLE PRECISION CHECK (size >= 0),
                content \(dialect.bytes),
                place TEXT REFERENCES place (name)
            );
            CREATE INDEX thing_place ON thing (place);
            """
        }
    ]

    package static let insert = Statement(
        "sample.insert", "INSERT INTO thing (id, name, size, content, place) VALUES ($1, $2, $3, $4, $5)")
    package static let insertNamed = Statement("sample.insertNamed", "INSERT INTO thing (name, id) VALUES ($2, $1)")
    package static let upsert = Statement(
        "sample.upsert",
        "INSERT INTO thing (id, name, size) VALUES ($1, $2, 1) ON CONFLICT (id) DO UPDATE SET size = thing.size + 1 RETURNING size"
    )
    package static let rename = Statement("sample.rename", "UPDATE thing SET name = $2 WHERE id >= $1")
    package static let byID = Statement("sample.byID", "SELECT id, name, size, content, place FROM thing WHERE id = $1")
    package static let byPlace = Statement("sample.byPlace", "SELECT id FROM thing WHERE place = $1")
    package static let bySize = Statement("sample.bySize", "SELECT id FROM thing WHERE size = $1")
    package static let all = Statement("sample.all", "SELECT id, name FROM thing ORDER BY id")
    package static let sizes = Statement("sample.sizes", "SELECT id, size FROM thing ORDER BY id")
    package static let count = Statement("sample.count", "SELECT count(*) FROM thing")
}
