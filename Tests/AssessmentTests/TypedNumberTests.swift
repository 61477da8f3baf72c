import Assessment
import Testing

@Suite("Numbers as people type them")
struct TypedNumberTests {
    @Test(
        "a number is read in French and in English",
        arguments: [
            ("12", [12]), ("12,5", [12.5]), ("12.5", [12.5]), ("0,125", [0.125]), ("0.125", [0.125]), ("-3", [-3]),
            ("\u{2212}3", [-3]), ("- 3", [-3]), ("+3", [3]), (" 7 ", [7]), ("\t7\n", [7]), ("007", [7]), (",5", [0.5]),
            (".5", [0.5]), ("5,", [5]), ("5.", [5]), ("-0,5", [-0.5]), ("3.14159265358979", [3.14159265358979]),
            // Thousands: plain, no-break, narrow no-break and thin spaces.
            ("1 250", [1250]), ("1\u{00A0}250", [1250]), ("1\u{202F}250", [1250]), ("1\u{2009}250,75", [1250.75]),
            ("12 345 678", [12_345_678]), ("1 250.5", [1250.5]),
            // Both signs: the last one is the decimal one.
            ("1,250.5", [1250.5]), ("1.250,5", [1250.5]), ("1,250,000", [1_250_000]), ("1.250.000", [1_250_000]),
            ("1,250,000.25", [1_250_000.25]),
            // One comma before three digits has two readings.
            ("1,250", [1.25, 1250]), ("-12,000", [-12, -12000]),
        ] as [(String, [Double])])
    func reads(text: String, expected: [Double]) {
        #expect(TypedNumber.readings(of: text) == expected)
    }

    @Test(
        "what is not a number is none",
        arguments: [
            "", " ", "abc", "12a", "a12", "--3", "+-3", "1e3", "0x10", "inf", "nan", "Infinity", "1/2", ",", ".", "-", "+",
            "1 25", "1 2 3", "12 5000", " 1  250", "1,25,0", "1,2,3", "1.2.3", "1,250.5.5", "1.250,5,5", "1,25.5", "0 250,5",
            "12 ,5", "12, 5", "٣", "１２", "½", "5²", "12\u{0301}", "12%", "12 kg",
        ])
    func refuses(text: String) {
        #expect(TypedNumber.readings(of: text) == [])
    }

    @Test("a number beyond what can be counted is none, and takes no time")
    func huge() {
        #expect(TypedNumber.readings(of: String(repeating: "9", count: 400)) == [])
        #expect(TypedNumber.readings(of: String(repeating: "9", count: 400) + "," + String(repeating: "1", count: 90)) == [])
    }

    @Test(
        "the unit of the question may be typed with it",
        arguments: [
            ("12,5 kg", "kg", [12.5]), ("12.5kg", "kg", [12.5]), ("12,5 KG", "kg", [12.5]), ("12 €", "€", [12]),
            ("€12", "€", [12]), ("£ 12.50", "£", [12.5]), ("85 %", "%", [85]), ("85\u{202F}%", "%", [85]), ("12 m2", "m2", [12]),
            ("12", "kg", [12]), ("-5 °C", "°C", [-5]), ("12 g", "kg", []), ("12 kilos", "kg", []), ("kg", "kg", []),
            ("12 kg kg", "kg", []), ("1 250 Go", "Go", [1250]), ("12", "", [12]), ("2 jours ouvrés", "jours ouvrés", [2]),
        ] as [(String, String, [Double])])
    func unit(text: String, unit: String, expected: [Double]) {
        #expect(TypedNumber.readings(of: text, unit: unit) == expected)
    }
}
