import Foundation

/// The part of JSON Schema that `docs/openapi.yaml` uses, so that every answer of every test is held against it.
struct SchemaCheck {
    let document: OpenAPI

    /// What is wrong with a value, each with its place; nothing when it fits.
    func problems(_ value: Any, _ schema: [String: Any], at place: String = "$") -> [String] {
        let schema = document.resolved(schema)
        var problems: [String] = []
        if let types = Self.list(schema["type"]), !types.contains(where: { Self.isOf($0, value) }) {
            return ["\(place) is not \(types.joined(separator: " or ")): \(value)"]
        }
        if let choices = schema["enum"] as? [Any], !choices.contains(where: { Self.areEqual($0, value) }) {
            problems.append("\(place) is none of \(choices): \(value)")
        }
        if let only = schema["const"], !Self.areEqual(only, value) { problems.append("\(place) is not \(only): \(value)") }
        if let choices = schema["oneOf"] as? [[String: Any]] {
            let found = choices.map { self.problems(value, $0, at: place) }
            let count = found.count(where: \.isEmpty)
            if count != 1 { problems.append("\(place) fits \(count) of \(choices.count) schemas: \(found.flatMap(\.self))") }
        }
        if let text = value as? String, let pattern = schema["pattern"] as? String {
            if text.range(of: pattern, options: .regularExpression) == nil {
                problems.append("\(place) is not \(pattern): \(text)")
            }
        }
        if let text = value as? String, let least = schema["minLength"] as? Int, text.count < least {
            problems.append("\(place) is too short")
        }
        if let number = value as? NSNumber, !(value is String) { problems += bounds(number.doubleValue, schema, place) }
        if let object = value as? [String: Any] { problems += properties(object, schema, place) }
        if let array = value as? [Any] { problems += items(array, schema, place) }
        return problems
    }

    private func bounds(_ number: Double, _ schema: [String: Any], _ place: String) -> [String] {
        var problems: [String] = []
        if let least = schema["minimum"] as? Int, number < Double(least) {
            problems.append("\(place) is under \(least): \(number)")
        }
        if let most = schema["maximum"] as? Int, number > Double(most) { problems.append("\(place) is over \(most): \(number)") }
        return problems
    }

    private func properties(_ object: [String: Any], _ schema: [String: Any], _ place: String) -> [String] {
        let known = schema["properties"] as? [String: [String: Any]] ?? [:]
        let required = schema["required"] as? [String] ?? []
        var problems = required.filter { object[$0] == nil }.map { "\(place).\($0) is missing" }
        for (name, value) in object {
            if let property = known[name] {
                problems += self.problems(value, property, at: "\(place).\(name)")
            } else if let other = schema["additionalProperties"] as? [String: Any] {
                problems += self.problems(value, other, at: "\(place).\(name)")
            } else if schema["additionalProperties"] as? Bool == false {
                problems.append("\(place).\(name) is not in the schema")
            }
        }
        return problems
    }

    private func items(_ array: [Any], _ schema: [String: Any], _ place: String) -> [String] {
        var problems: [String] = []
        if let least = schema["minItems"] as? Int, array.count < least { problems.append("\(place) has too few") }
        if let most = schema["maxItems"] as? Int, array.count > most { problems.append("\(place) has too many") }
        guard let item = schema["items"] as? [String: Any] else { return problems }
        for (index, value) in array.enumerated() { problems += self.problems(value, item, at: "\(place)[\(index)]") }
        return problems
    }

    private static func list(_ value: Any?) -> [String]? {
        if let text = value as? String { return [text] }
        return value as? [String]
    }

    private static func isOf(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "null": value is NSNull
        case "boolean": isBoolean(value)
        case "integer": number(value).map { $0 == $0.rounded() } ?? false
        case "number": number(value) != nil
        default: false
        }
    }

    private static func isBoolean(_ value: Any) -> Bool {
        guard let number = value as? NSNumber, !(value is String) else { return value is Bool }
        return CFBoolean.isBoolean(number)
    }

    private static func number(_ value: Any) -> Double? {
        guard !(value is String), let number = value as? NSNumber, !CFBoolean.isBoolean(number) else { return nil }
        return number.doubleValue
    }

    private static func areEqual(_ left: Any, _ right: Any) -> Bool {
        if let left = left as? String { return left == right as? String }
        if let left = left as? Bool { return isBoolean(right) && left == right as? Bool }
        return number(left) != nil && number(left) == number(right)
    }
}

/// Whether a number that came out of JSON was `true` or `false` there.
private enum CFBoolean {
    static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
