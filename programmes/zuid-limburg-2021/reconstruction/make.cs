#!/usr/bin/env dotnet
#:property PublishAot=false
#:property InvariantGlobalization=true
#:property RestorePackagesWithLockFile=false
#:property GenerateDocumentationFile=false
#:property NoWarn=CS1591;RS0030

// The reconstructed pilot: invented families whose totals are those of the published factsheet.
// Run: dotnet run make.cs -- OUTDIR
// Every quota stands in this file and no file is read, so that the check page compares two independent things.
// Which quota is printed, derived or invented: see README.md beside this file.

using System.Globalization;
using System.Text;

if (args.Length != 1)
{
    Console.Error.WriteLine("Usage: dotnet run make.cs -- OUTDIR");
    return 2;
}

var rng = new SplitMix64(20211101);
var families = new Families(rng).Make();
var care = new Care(rng).Make(families);
var questionnaires = new Questionnaires(rng).Make(families);
Directory.CreateDirectory(args[0]);
Csv.Write(Path.Combine(args[0], "applications.csv"), Applications.Header, families.Select(Applications.Row));
Csv.Write(Path.Combine(args[0], "care.csv"), Care.Header, care);
Csv.Write(Path.Combine(args[0], "questionnaires.csv"), Questionnaires.Header, questionnaires);
// A seed of its own: what was there before hours had times stays as it was.
Csv.Write(Path.Combine(args[0], "hours.csv"), Hours.Header, new Hours(new SplitMix64(20211102)).Make(families, care));
return 0;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every runtime, which System.Random does not promise.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong state = seed;

    public int Next(int below)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return (int)((z ^ (z >> 31)) % (ulong)below);
    }

    public int Between(int low, int high) => low + Next(high - low + 1);

    public bool Chance(int one, int outOf) => Next(outOf) < one;

    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }

    /// <summary>A shuffled pile in which every value occurs exactly as often as its quota says.</summary>
    public List<string> Deck(params (string Value, int Count)[] quotas) =>
        Shuffled(quotas.SelectMany(q => Enumerable.Repeat(q.Value, q.Count)));
}

internal static class Csv
{
    public static void Write(string path, string[] header, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header))
        {
            text.AppendJoin(',', row.Select(Quoted)).Append('\n');
        }

        File.WriteAllBytes(path, new UTF8Encoding(false).GetBytes(text.ToString()));
    }

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string value) =>
        value.IndexOfAny([',', '"', '\n', '\r', ';']) < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>What one application form says about vulnerability; Factors is null when the form was not filled in there.</summary>
internal sealed record Form(string[]? Factors, string? Class);

internal sealed class Family
{
    public bool Evaluated { get; set; }
    public int Number { get; set; }
    public DateOnly AppliedOn { get; set; }
    public DateOnly BornOn { get; set; }
    public DateOnly DueOn { get; set; }
    public DateOnly DecidedOn { get; set; }
    public bool AppliedAfterBirth { get; set; }
    public string Applicant { get; set; } = "";
    public string Helpers { get; set; } = "";
    public string FirstPregnancy { get; set; } = "";
    public string Mother { get; set; } = "";
    public DateOnly MotherBornOn { get; set; }
    public string Bsn { get; set; } = "";
    public string Municipality { get; set; } = "";
    public string Postcode { get; set; } = "";
    public string Insurer { get; set; } = "";
    public string Pillars { get; set; } = "";
    public Form Form { get; set; } = new(null, null);
    public Dictionary<string, string> States { get; } = [];
    public List<string> SubFactors { get; } = [];
    public string Judgement { get; set; } = "";

    public string Id => $"RZL-A-{Number:000}";

    public bool InPillar(int pillar) => Pillars.Contains((char)('0' + pillar), StringComparison.Ordinal);
}

/// <summary>The forms: which named factors occur together, how often, and in which class. Per number of factors as the factsheet tells it.</summary>
internal static class Forms
{
    private static readonly Dictionary<string, string> Codes = new()
    {
        ["psych"] = "R5.psychisch", ["alleen"] = "R5.alleenstaand", ["netwerk"] = "R5.geen-netwerk", ["mish"] = "R5.mishandeling",
        ["huis"] = "R5.huisvesting", ["onstabiel"] = "R5.onstabiel", ["onzeker"] = "R4.onzekerheid",
    };

    private static readonly (string Factors, int Count)[] One =
    [
        ("R1", 19), ("psych", 2), ("huis", 1), ("R6", 1), ("R3", 1), ("R4", 1), ("R5", 1), ("U3", 1),
    ];

    private static readonly (string Factors, int Count)[] Two =
    [
        ("psych R1", 15), ("psych huis", 9), ("R1 huis", 3), ("psych alleen", 2), ("psych R6", 1), ("R1 R3", 2), ("R1 netwerk", 2),
        ("R1 alleen", 1), ("huis alleen", 1), ("R6 R3", 1), ("onzeker R6", 1), ("onzeker R7", 1), ("U1 netwerk", 1),
    ];

    private static readonly (string Factors, int Count)[] Three =
    [
        ("alleen psych netwerk", 5), ("alleen psych R1", 3), ("alleen netwerk mish", 3), ("psych mish R1", 3), ("alleen netwerk R1", 2),
        ("psych netwerk mish", 2), ("alleen mish huis", 2), ("psych R1 onstabiel", 1), ("netwerk onstabiel R6", 1), ("alleen huis R1", 1),
        ("mish onzeker onstabiel", 1), ("R2 R3 onzeker", 1), ("U1 huis R6", 1), ("U2 R3 R6", 1),
    ];

    private static readonly (string Factors, int Count)[] FourOrMore =
    [
        ("psych R1 mish onstabiel", 7), ("psych R1 mish onstabiel onzeker", 4), ("psych R1 mish onzeker", 4), ("psych R1 onstabiel onzeker", 3),
        ("psych R1 mish alleen", 3), ("psych R1 huis alleen netwerk", 2), ("psych mish onstabiel onzeker", 2), ("R1 mish onstabiel netwerk R3", 2),
        ("psych R1 huis R6 R2 netwerk", 1), ("psych R7 onzeker R1", 2), ("U1 psych mish onstabiel alleen", 1), ("U2 R3 R1 psych", 1),
        ("U3 R1 huis onstabiel psych", 1), ("U4 psych mish onzeker", 1), ("U1 U2 R1 psych mish R3", 1),
    ];

    /// <summary>The 133 forms of the evaluation: 129 with factors, 2 assessed without factors, 2 without assessment.</summary>
    public static List<Form> Evaluation(SplitMix64 rng) =>
    [
        .. Group(rng, One, ("zelfredzaam", 5), ("potentieel-kwetsbaar", 12), ("onbekend", 7), ("kwetsbaar", 2)),
        .. Group(rng, Two, ("zelfredzaam", 3), ("potentieel-kwetsbaar", 13), ("onbekend", 13), ("kwetsbaar", 10)),
        .. Group(rng, Three, ("potentieel-kwetsbaar", 8), ("onbekend", 8), ("kwetsbaar", 9)),
        .. Group(rng, FourOrMore, ("potentieel-kwetsbaar", 4), ("onbekend", 8), ("kwetsbaar", 18)),
        new(null, "onbekend"), new(null, "onbekend"), new(null, null), new(null, null),
    ];

    /// <summary>The 17 forms of the tail: drawn from the same combinations, without a quota.</summary>
    public static List<Form> Tail(SplitMix64 rng, int count)
    {
        var all = rng.Shuffled(Expand(One).Concat(Expand(Two)).Concat(Expand(Three)).Concat(Expand(FourOrMore))).Take(count);
        string[] classes = ["potentieel-kwetsbaar", "kwetsbaar", "onbekend"];
        return [.. all.Select((f, i) => new Form(f, IsUrgent(f) ? "zeer-kwetsbaar" : classes[i % classes.Length]))];
    }

    public static bool IsUrgent(string[] factors) => factors.Any(f => f[0] == 'U');

    // An urgent factor makes the class by itself, so only the other forms draw one.
    private static IEnumerable<Form> Group(SplitMix64 rng, (string, int)[] combinations, params (string, int)[] classes)
    {
        var deck = new Queue<string>(rng.Deck(classes));
        return [.. Expand(combinations).Select(f => new Form(f, IsUrgent(f) ? "zeer-kwetsbaar" : deck.Dequeue()))];
    }

    private static IEnumerable<string[]> Expand((string Factors, int Count)[] combinations) =>
        combinations.SelectMany(c => Enumerable.Repeat(c.Factors.Split(' ').Select(f => Codes.GetValueOrDefault(f, f)).ToArray(), c.Count));
}

internal sealed class Families(SplitMix64 rng)
{
    private const int InEvaluation = 133;
    private const int InTail = 17;
    private static readonly DateOnly First = new(2021, 11, 1);
    private static readonly DateOnly LastEvaluated = new(2023, 5, 31);
    private static readonly DateOnly LastTail = new(2023, 12, 15);

    private static readonly string[] Trees =
        ["Appel", "Berken", "Beuken", "Dennen", "Eiken", "Elzen", "Hazel", "Iepen", "Kersen", "Linden", "Peren", "Populieren", "Pruimen", "Sparren", "Wilgen"];

    private static readonly string[] Places = ["boom", "laan", "veld", "beek", "hof", "dal", "bos", "berg", "weide", "pad"];

    private static readonly string[] GivenNames =
    [
        "Aisha", "Anouk", "Bente", "Carmen", "Daphne", "Demi", "Elif", "Emma", "Esmée", "Eva", "Fatima", "Femke", "Fleur", "Hanna", "Ilse",
        "Iris", "Jasmijn", "Julia", "Kim", "Laura", "Leïla", "Lieke", "Lisa", "Lotte", "Maartje", "Manon", "Maria", "Marloes", "Merel", "Mila",
        "Naomi", "Nina", "Noor", "Olga", "Oksana", "Priya", "Quinty", "Rania", "Renée", "Roos", "Samira", "Sanne", "Selma", "Sofie", "Tess",
        "Tirza", "Vera", "Yara", "Zeynep", "Zoë",
    ];

    private static readonly Dictionary<string, string[]> PostcodeDigits = new()
    {
        ["GM0917"] = ["6411", "6412", "6413", "6414", "6415", "6416", "6417", "6418", "6419"],
        ["GM1883"] = ["6131", "6132", "6133", "6134", "6135", "6136", "6137", "6161", "6162", "6163", "6164", "6165", "6166", "6167"],
        ["GM0928"] = ["6461", "6462", "6463", "6464", "6465", "6466", "6467", "6468", "6469"],
        ["GM0882"] = ["6371", "6372", "6373", "6374"],
        ["GM0899"] = ["6441", "6442", "6443", "6444", "6445", "6446"],
        ["GM1954"] = ["6361", "6363", "6365"],
        ["GM0986"] = ["6367"],
        ["GM0965"] = ["6369", "6351"],
    };

    private readonly HashSet<string> usedNumbers = [];
    private readonly HashSet<string> usedPostcodes = [];
    private readonly HashSet<DateOnly> usedBirthDates = [];

    public List<Family> Make()
    {
        var evaluated = Dates(InEvaluation, First, LastEvaluated);
        var tail = Dates(InTail, LastEvaluated.AddDays(1), LastTail);
        var all = evaluated.Concat(tail).Select((day, i) => new Family { Number = i + 1, AppliedOn = day, Evaluated = i < InEvaluation }).ToList();
        FillEvaluated(all[..InEvaluation]);
        FillTail(all[InEvaluation..]);
        FillPersons(all);
        return all;
    }

    // The first and the last day occur, so that the edges of the evaluation are tried.
    private List<DateOnly> Dates(int count, DateOnly from, DateOnly to)
    {
        var days = new List<DateOnly> { from, to };
        while (days.Count < count)
        {
            var day = from.AddDays(rng.Next(to.DayNumber - from.DayNumber));
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                days.Add(day);
            }
        }

        days.Sort();
        return days;
    }

    private void FillEvaluated(List<Family> families)
    {
        Deal(families, rng.Shuffled(Forms.Evaluation(rng)), (f, form) => f.Form = form);
        DealPillars(families);
        Deal(families, rng.Deck(("verloskundige", 82), ("jgz", 17), ("gezamenlijk", 24), ("maatschappelijk-werk", 7), ("overig", 3)), (f, v) => f.Applicant = v);
        Deal(families, rng.Deck(("0", 33), ("1", 38), ("2", 25), ("3", 10), ("4+", 6), ("onbekend", 21)), (f, v) => f.Helpers = v);
        Deal(families, rng.Deck(("ja", 60), ("nee", 73)), (f, v) => f.FirstPregnancy = v);
        Deal(families, rng.Deck(("GM0917", 38), ("GM1883", 36), ("GM0928", 20), ("GM0882", 12), ("GM0899", 12), ("GM1954", 9), ("GM0986", 3), ("GM0965", 3)), (f, v) => f.Municipality = v);

        // Youth health care meets a family after birth; those applications are for longer care only.
        foreach (var family in families.Where(f => f.Applicant == "jgz" && f.Pillars == "2"))
        {
            family.AppliedAfterBirth = true;
        }
    }

    private void DealPillars(List<Family> families)
    {
        var single = families.Where(f => f.Form.Factors is { Length: 1 }).ToList();
        Deal(single.Where(f => f.Form.Factors![0] == "R1"), rng.Deck(("1", 15), ("1+2", 3), ("2", 1)), (f, v) => f.Pillars = v);
        Deal(single.Where(f => f.Form.Factors![0] != "R1"), rng.Deck(("1", 3), ("1+2", 2), ("2", 3)), (f, v) => f.Pillars = v);
        Deal(families.Where(f => f.Pillars == ""), rng.Deck(("1", 35), ("1+2", 42), ("2", 29)), (f, v) => f.Pillars = v);
    }

    private void FillTail(List<Family> families)
    {
        Deal(families, Forms.Tail(rng, InTail), (f, form) => f.Form = form);
        Deal(families, rng.Deck(("1", 6), ("1+2", 7), ("2", 4)), (f, v) => f.Pillars = v);
        foreach (var family in families)
        {
            family.Applicant = rng.Pick<string>(["verloskundige", "verloskundige", "verloskundige", "jgz", "gezamenlijk"]);
            family.Helpers = rng.Pick<string>(["0", "1", "1", "2", "onbekend"]);
            family.FirstPregnancy = rng.Pick<string>(["ja", "nee", "onbekend"]);
            family.Municipality = rng.Pick<string>(["GM0917", "GM1883", "GM0928", "GM0882", "GM0899", "GM1954"]);
        }
    }

    private void FillPersons(List<Family> families)
    {
        var surnames = new Queue<string>(rng.Shuffled(Trees.SelectMany(t => Places.Select(p => $"Test-{t}{p}"))));
        foreach (var family in families)
        {
            family.Mother = $"{rng.Pick(GivenNames)} {surnames.Dequeue()}";
            family.MotherBornOn = Unused(usedBirthDates, () => family.AppliedOn.AddYears(-(18 + rng.Next(13) + rng.Next(13))).AddDays(-rng.Next(364)));
            family.Bsn = rng.Chance(1, 12) ? "" : Unused(usedNumbers, TestNumber);
            family.Postcode = Unused(usedPostcodes, () => Postcode(family.Municipality));
            family.DecidedOn = family.AppliedOn.AddDays(rng.Between(0, 7));
            FillBirth(family);
            FillStates(family);
        }

        Deal(families.Where(f => f.InPillar(1)), Insurers(113, 0, 0), (f, v) => f.Insurer = v);
        Deal(families.Where(f => !f.InPillar(1)), Insurers(37, 5, 3), (f, v) => f.Insurer = v);
    }

    private void FillBirth(Family family)
    {
        var days = !family.Evaluated ? rng.Between(30, 100) : rng.Chance(1, 10) ? rng.Between(21, 59) : rng.Between(60, 150);
        family.BornOn = family.AppliedOn.AddDays(family.AppliedAfterBirth ? -rng.Between(5, 25) : days);
        var early = rng.Chance(1, 8) ? rng.Between(15, 35) : rng.Between(-10, 14);
        family.DueOn = family.BornOn.AddDays(early);
    }

    private void FillStates(Family family)
    {
        family.Judgement = family.Form.Class switch
        {
            null => "",
            "zelfredzaam" or "potentieel-kwetsbaar" => "toereikend",
            "kwetsbaar" => "ontoereikend",
            "onbekend" => "onbekend",
            _ => rng.Pick<string>(["ontoereikend", "ontoereikend", "toereikend", "onbekend"]),
        };
        if (family.Form.Factors is { } factors)
        {
            FillFactors(family, factors, family.Form.Class == "zelfredzaam");
        }
    }

    private void FillFactors(Family family, string[] factors, bool selfReliant)
    {
        var named = factors.Select(f => f.Split('.')[0]).ToHashSet();
        // A factor may be present without weighing only where another one still makes the risk.
        var another = named.Any(f => f[0] == 'R' && f is not ("R3" or "R6"));
        foreach (var code in Applications.Factors)
        {
            family.States[code] = named.Contains(code) switch
            {
                true when selfReliant => "niet-wegend",
                true => code is "R3" or "R6" && another && rng.Chance(1, 2) ? "niet-wegend" : "aanwezig",
                false when selfReliant => "afwezig",
                false when code == "R7" => rng.Chance(1, 12) ? "onbekend" : "afwezig",
                false when code == "U4" && Forms.IsUrgent(factors) => rng.Chance(1, 4) ? "onbekend" : "afwezig",
                false => "afwezig",
            };
        }

        family.SubFactors.AddRange(factors.Where(f => f.Contains('.', StringComparison.Ordinal)));
    }

    // Pillar 1 asks for CZ or VGZ; among the others a few are insured elsewhere or left it empty.
    private List<string> Insurers(int count, int elsewhere, int empty)
    {
        var inside = count - elsewhere - empty;
        var (cz, czCode, vgz, vgzCode) = (inside * 40 / 100, inside * 12 / 100, inside * 32 / 100, inside * 10 / 100);
        return rng.Deck(
            ("CZ", cz), ("9664", czCode), ("VGZ", vgz), ("7095", vgzCode), ("0101", inside - cz - czCode - vgz - vgzCode),
            ("3311", elsewhere), ("", empty));
    }

    private string Postcode(string municipality)
    {
        const string Letters = "BCDEGHJKLMNPRTVWXZ";
        return $"{rng.Pick(PostcodeDigits[municipality])}{Letters[rng.Next(Letters.Length)]}{Letters[rng.Next(Letters.Length)]}";
    }

    // 9999xxxxx is the series for tests; the last digit makes the elfproef true, and 10 is not a digit.
    private string TestNumber()
    {
        while (true)
        {
            var digits = $"9999{rng.Next(10_000):0000}";
            var last = digits.Select((c, i) => (9 - i) * (c - '0')).Sum() % 11;
            if (last < 10)
            {
                return digits + (char)('0' + last);
            }
        }
    }

    private static T Unused<T>(HashSet<T> used, Func<T> make)
    {
        while (true)
        {
            var made = make();
            if (used.Add(made))
            {
                return made;
            }
        }
    }

    private static void Deal<T>(IEnumerable<Family> families, List<T> deck, Action<Family, T> give)
    {
        var list = families.ToList();
        if (list.Count != deck.Count)
        {
            throw new InvalidOperationException($"{list.Count} families, but a quota of {deck.Count}.");
        }

        for (var i = 0; i < list.Count; i++)
        {
            give(list[i], deck[i]);
        }
    }
}

internal static class Applications
{
    public static readonly string[] Factors = ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "U1", "U2", "U3", "U4"];

    public static readonly string[] Header =
    [
        "nummer", "ontvangen_op", "aanmelder", "naam_moeder", "geboortedatum_moeder", "bsn", "postcode", "gemeente", "verzekeraar", "aanbieder",
        "uitgerekend", "geboren_op", "eerste_zwangerschap", "hulpverleners", "pijlers", .. Factors, "subfactoren", "beschermend", "beoordeeld_door",
        "beoordeeld_op", "besluit_1", "besluit_1_op", "besluit_2", "besluit_2_op", "besloten_door", "reden_besluit", "opmerking",
    ];

    public static string[] Row(Family f) =>
    [
        f.Id, Csv.Day(f.AppliedOn), f.Applicant, f.Mother, Csv.Day(f.MotherBornOn), f.Bsn, f.Postcode, f.Municipality, f.Insurer,
        "geboortezorg-limburg", Csv.Day(f.DueOn), Csv.Day(f.BornOn), f.FirstPregnancy, f.Helpers, f.Pillars,
        .. Factors.Select(code => f.States.GetValueOrDefault(code, "")),
        string.Join('|', f.SubFactors), f.Judgement, f.Judgement == "" ? "" : Assessor(f.Applicant), f.Judgement == "" ? "" : Csv.Day(f.AppliedOn),
        .. Decision(f, 1), .. Decision(f, 2), "intaker (reconstructie)", Reason(f), "verzonnen dossier (reconstructie)",
    ];

    private static string[] Decision(Family f, int pillar) => f.InPillar(pillar) ? ["toegelaten", Csv.Day(f.DecidedOn)] : ["", ""];

    private static string Assessor(string applicant) => applicant switch
    {
        "jgz" => "jeugdverpleegkundige (reconstructie)",
        "maatschappelijk-werk" => "maatschappelijk werker (reconstructie)",
        "gezamenlijk" => "gezamenlijk overleg (reconstructie)",
        "overig" => "kraamverzorgende (reconstructie)",
        _ => "verloskundige (reconstructie)",
    };

    // Where the rule would not propose admission a professional says why; the reasons are invented.
    private static string Reason(Family f) => (f.Form.Class, f.Form.Factors) switch
    {
        ("zelfredzaam", _) => "Verzonnen reden: in overleg met het gezin toch toegelaten om zwaardere problemen voor te zijn",
        (_, null) => "Verzonnen reden: het formulier is niet volledig ingevuld, in overleg met de aanmelder toegelaten",
        _ => "",
    };
}

/// <summary>Care contacts. Hours in quarters; the number of families per bar of the factsheet's hours charts is invented.</summary>
internal sealed class Care(SplitMix64 rng)
{
    public static readonly string[] Header = ["nummer", "aanmeldnummer", "pijler", "dag", "uren", "zorgverlener", "opmerking"];

    private static readonly DateOnly LastDay = new(2024, 6, 30);

    public List<string[]> Make(List<Family> families)
    {
        var contacts = new List<(DateOnly Day, Family Family, int Pillar, int Quarters)>();
        Fill(contacts, families, 1, rng.Deck(("5-10", 3), ("11-20", 8), ("21-30", 18), ("31-40", 22), ("41-50", 24), ("51-60", 15), ("61-64", 10)));
        Fill(contacts, families, 2, rng.Deck(("1-4", 5), ("5-10", 11), ("11-20", 24), ("21-30", 19), ("31-40", 10), ("41-50", 6), ("51-60", 3), ("61-70", 2)));
        return
        [
            .. contacts.OrderBy(c => c.Day).ThenBy(c => c.Family.Number).ThenBy(c => c.Pillar).Select((c, i) => new[]
            {
                $"RZL-Z-{i + 1:0000}", c.Family.Id, $"{c.Pillar}", Csv.Day(c.Day), (c.Quarters / 4m).ToString("0.##", CultureInfo.InvariantCulture),
                $"Kraamverzorgende {c.Family.Number % 12 + 1:00} (reconstructie)", "",
            }),
        ];
    }

    private void Fill(List<(DateOnly, Family, int, int)> contacts, List<Family> families, int pillar, List<string> bins)
    {
        var deck = new Queue<string>(bins);
        foreach (var family in families.Where(f => f.InPillar(pillar)))
        {
            // The tail has no bars to meet.
            var bin = family.Evaluated ? deck.Dequeue() : rng.Pick<string>(["11-20", "21-30", "31-40"]);
            var edges = bin.Split('-').Select(e => int.Parse(e, CultureInfo.InvariantCulture)).ToArray();
            // Totals lie inside the printed edges, never between two bars (10¼), so that no reading of the edges moves a family.
            var quarters = rng.Between(edges[0] * 4, edges[1] * 4);
            var days = pillar == 1 ? FirstDays(quarters) : LaterDays(family, quarters);
            var parts = Split(quarters, days.Length);
            contacts.AddRange(days.Zip(parts, (day, part) => (family.BornOn.AddDays(day), family, pillar, part)));
        }
    }

    // At most eight days of at most eight hours, from the day after birth: day 1 to 10 under either way of counting.
    private int[] FirstDays(int quarters)
    {
        var count = Math.Clamp(quarters / rng.Between(12, 24), (quarters + 31) / 32, 8);
        var first = rng.Between(1, Math.Min(3, 9 - count));
        return [.. Enumerable.Range(first, count)];
    }

    private int[] LaterDays(Family family, int quarters)
    {
        var start = family.InPillar(1) ? rng.Between(9, 10) : rng.Between(8, 10);
        start = Math.Max(start, family.DecidedOn.DayNumber - family.BornOn.DayNumber + 1);
        var count = Math.Clamp(quarters / rng.Between(8, 14), 1, 28);
        count = Math.Max(count, (quarters + 31) / 32);
        var last = Math.Min(LastDay.DayNumber, family.BornOn.AddMonths(6).DayNumber) - family.BornOn.DayNumber;
        var end = Math.Min(last, Math.Max(start + (count * 2), rng.Between(40, 175)));
        return [.. Enumerable.Range(0, count).Select(i => start + (i * (end - start) / count))];
    }

    private int[] Split(int quarters, int count)
    {
        var parts = Enumerable.Range(0, count).Select(i => (quarters / count) + (i < quarters % count ? 1 : 0)).ToArray();
        for (var i = 0; i < count * 2; i++)
        {
            var (from, to) = (rng.Next(count), rng.Next(count));
            if (parts[from] > 4 && parts[to] < 30)
            {
                parts[from] -= 2;
                parts[to] += 2;
            }
        }

        return parts;
    }
}

internal sealed class Questionnaires(SplitMix64 rng)
{
    private static readonly string[] Start = ["werk", "partner", "opleiding", "woning", "nationaliteit"];
    private static readonly string[] HalfYear = ["zelfvertrouwen", "zekerder", "hulp-vragen", "weet-nodig"];

    public static readonly string[] Header = ["nummer", "aanmeldnummer", "vragenlijst", "versie", "ingevuld_op", .. Start, .. HalfYear];

    public List<string[]> Make(List<Family> families)
    {
        var atStart = rng.Shuffled(families.Where(f => f.Evaluated)).Take(120).OrderBy(f => f.Number).ToList();
        var later = rng.Shuffled(atStart.Where(f => f.BornOn <= new DateOnly(2023, 6, 30))).Take(40).OrderBy(f => f.Number).ToList();
        List<List<string>> start =
        [
            rng.Deck(("werkloos", 29), ("arbeidsongeschikt", 26), ("bijstand", 24), ("huisvrouw", 17), ("parttime", 11), ("fulltime", 10), ("", 3)),
            Partners(atStart),
            rng.Deck(("voortgezet-of-lager", 79), ("hoger", 41)),
            rng.Deck(("huur", 95), ("koop", 17), ("anders", 8)),
            rng.Deck(("nederlands", 72), ("onbekend", 24), ("niet-nederlands", 24)),
        ];
        List<List<string>> halfYear = [Scale(30, 9, 1), Scale(30, 8, 2), Scale(27, 9, 4), Scale(33, 6, 1)];
        var rows = atStart.Select((f, i) => (Day: f.AppliedOn.AddDays(rng.Between(2, 14)), Family: f, Name: "start", Answers: Row(start, i).Concat(HalfYear.Select(_ => ""))))
            .Concat(later.Select((f, i) => (Day: f.BornOn.AddMonths(6).AddDays(rng.Between(-7, 14)), Family: f, Name: "half-jaar", Answers: Start.Select(_ => "").Concat(Row(halfYear, i)))));
        return
        [
            .. rows.OrderBy(r => r.Day).ThenBy(r => r.Family.Number)
                .Select((r, i) => (string[])[$"RZL-V-{i + 1:000}", r.Family.Id, r.Name, "1", Csv.Day(r.Day), .. r.Answers]),
        ];
    }

    private static IEnumerable<string> Row(List<List<string>> decks, int i) => decks.Select(d => d[i]);

    private List<string> Scale(int yes, int sometimes, int no) => rng.Deck(("ja", yes), ("soms", sometimes), ("nee", no));

    // Who is called a single parent on the form has no partner here either.
    private List<string> Partners(List<Family> families)
    {
        var single = families.Count(f => f.SubFactors.Contains("R5.alleenstaand"));
        var others = new Queue<string>(rng.Deck(("nee", 58 - single), ("ja", 62)));
        return [.. families.Select(f => f.SubFactors.Contains("R5.alleenstaand") ? "nee" : others.Dequeue())];
    }
}

/// <summary>Families whose care has times: what was indicated and wished, and what was said of cover. All of it invented; the care itself is that of the other file.</summary>
internal sealed class Hours(SplitMix64 rng)
{
    public static readonly string[] Header =
    [
        "aanmeldnummer", "geindiceerd", "zou_nemen", "wil", "reden", "herindicatie_dag", "herindicatie", "verzekering", "polis", "betaalt_bijdrage", "hoogste_bedrag", "wie_int", "betaald", "geregeld",
        "opname_dagen", "extra_dag", "extra_uren", "betwist_dag", "betwist_omdat",
    ];

    private static readonly string[] Settled = ["Per brief afgesproken; er komt geen rekening.", "Gebeld met de administratie: geen rekening."];
    private static readonly string[] Unpaid = ["Zij kan de rekening niet betalen.", "Zij zou alleen het minimum nemen, om de kosten.", "Zij heeft schulden en wil geen nieuwe rekening."];

    public List<string[]> Make(List<Family> families, List<string[]> care)
    {
        var rows = families.Where(f => Fits(f, care)).Where((_, i) => i % 3 == 0).Select(f => (Family: f, Row: Row(f, care))).ToList();
        var lyingIn = rows.Where(r => r.Family.InPillar(1)).ToList();
        Policy(lyingIn.First(r => r.Family.Evaluated && Quarters(r.Family, care, 1) is var q && Bin(q) == Bin(q - 22)).Row, "eigen", "deel", "25,00");
        Policy(lyingIn.First(r => !r.Family.Evaluated).Row, "gemeente", "alles", "");
        // Two days in hospital take at most twelve hours off what is indicated.
        Set(lyingIn.First(r => r.Row[5] == "" && (int.Parse(r.Row[1], CultureInfo.InvariantCulture) - 12) * 4 >= Quarters(r.Family, care, 1)).Row, ("opname_dagen", "2"));
        var only = lyingIn.Where(r => !r.Family.InPillar(2)).ToList();
        // Nobody pays: after the regular days, without being admitted to help after them.
        Set(only.First(r => r.Family.Evaluated).Row, ("extra_dag", "13"), ("extra_uren", "2"));
        Set(only.Last().Row, ("extra_dag", "16"), ("extra_uren", "1.5"));
        var disputed = only.First(r => r.Family.Evaluated && r.Row[15] == "" && r.Row[8] == "");
        Set(disputed.Row, ("betwist_dag", Days(disputed.Family, care, 1).Order().ElementAt(1).ToString(CultureInfo.InvariantCulture)), ("betwist_omdat", "Zij ging die dag al om twaalf uur weg."));
        return [.. rows.Select(r => r.Row)];
    }

    // Where care after the regular days began before they were over, times could change which pillar pays it.
    private static bool Fits(Family family, List<string[]> care) => !family.InPillar(2) || !family.InPillar(1) || Days(family, care, 2).Min() > 10;

    private string[] Row(Family family, List<string[]> care)
    {
        var row = Header.Select(_ => "").ToArray();
        row[0] = family.Id;
        if (!family.InPillar(1))
        {
            return row;
        }

        var hours = (Quarters(family, care, 1) + 3) / 4;
        var wants = Math.Max(24, hours);
        var asked = hours <= 24 ? rng.Pick<int>([24, 45]) : hours <= 45 ? rng.Pick<int>([45, 49]) : 49;
        Set(row, ("geindiceerd", $"{asked}"), ("verzekering", rng.Chance(1, 6) ? "onbekend" : "nee"), ("wie_int", rng.Pick<string>(["aanbieder", "aanbieder", "verzekeraar", "onbekend"])));
        if (hours > asked)
        {
            Set(row, ("herindicatie_dag", "4"), ("herindicatie", $"{hours}"));
        }

        // Of some it was not asked.
        if (!rng.Chance(1, 8))
        {
            var paying = rng.Pick<int>([0, 24, 24, 24, wants]);
            Set(row, ("zou_nemen", $"{paying}"), ("wil", $"{wants}"), ("reden", paying < wants ? rng.Pick(Unpaid) : "De kosten maken voor haar geen verschil."));
        }

        Set(row, ("betaald", rng.Chance(1, 6) ? "46,00" : ""), ("geregeld", rng.Chance(1, 8) ? "" : rng.Pick(Settled)));
        return row;
    }

    private static void Policy(string[] row, string kind, string pays, string atMost) =>
        Set(row, ("verzekering", kind), ("polis", "Aanvullend pakket (verzonnen)"), ("betaalt_bijdrage", pays), ("hoogste_bedrag", atMost));

    private static void Set(string[] row, params (string Column, string Value)[] values) => values.ToList().ForEach(v => row[Array.IndexOf(Header, v.Column)] = v.Value);

    private static IEnumerable<string[]> Of(Family family, List<string[]> care, int pillar) => care.Where(c => c[1] == family.Id && c[2] == $"{pillar}");

    private static int Quarters(Family family, List<string[]> care, int pillar) => Of(family, care, pillar).Sum(c => (int)(decimal.Parse(c[4], CultureInfo.InvariantCulture) * 4));

    // Day 1 is the day of birth.
    private static IEnumerable<int> Days(Family family, List<string[]> care, int pillar) =>
        Of(family, care, pillar).Select(c => DateOnly.ParseExact(c[3], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - family.BornOn.DayNumber + 1);

    // The printed bars begin at 5, 11, 21 hours and so on.
    private static int Bin(int quarters) => quarters < 20 ? 0 : quarters < 44 ? 1 : (quarters - 4) / 40;
}
