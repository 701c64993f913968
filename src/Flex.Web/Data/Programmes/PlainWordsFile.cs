using Flex.Domain.Programmes;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads one plain sentence per factor (national/plain-words.json); every factor has one or is left out on purpose.</summary>
internal static class PlainWordsFile
{
    public static IReadOnlyDictionary<string, string> Read(LocatedObject file, FactorList list)
    {
        file.Source();
        file.MayText("note");
        string[] known = [.. list.Factors.Select(f => f.Code)];
        var sentences = file.Distinct("factors", f => (Code: f.Code("code", known, "factor"), Sentence: f.Text("sentence")), "code");
        var left = file.Texts("notNamed");
        foreach (var code in left)
        {
            file.Check(code, known, "factor");
        }

        foreach (var missing in known.Except(sentences.Select(s => s.Code)).Except(left.Select(l => l.Text)))
        {
            file.Wrong(file.Peek("factors") ?? file.Value, $"Factor {missing} heeft geen zin in eenvoudig Nederlands.", "Geef een zin, of noem de factor in notNamed.");
        }

        return sentences.DistinctBy(s => s.Code).ToDictionary(s => s.Code, s => s.Sentence, StringComparer.Ordinal);
    }
}
