using Flex.Domain.Eligibility;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;

namespace Flex.Web.Features.DryRuns;

/// <summary>The verb `flex dry-run`: what changed criteria would have proposed for past cases, told in lines.</summary>
internal static class TellDryRun
{
    /// <summary>Answers 0 when it was computed, whatever came out, and 1 when the programme is not there; broken criteria throw their findings.</summary>
    public static async Task<int> Run(FlexDb db, ProgrammeLibrary library, string code, string with, TextWriter output, CancellationToken stop = default)
    {
        if (library.Programmes.GetValueOrDefault(code) is not { } programme)
        {
            await output.WriteLineAsync($"Er is geen programma met de code {code}. Kies uit: {string.Join(", ", library.Programmes.Keys)}.");
            return 1;
        }

        var changed = ChangedCriteria.Open(library, programme, with);
        var result = await JudgePastCases.Run(db, Actor.System("dry-run"), changed, stop);
        foreach (var line in Lines(result, new DryRunWords(result, library.National)))
        {
            await output.WriteLineAsync(line);
        }

        return 0;
    }

    private static IEnumerable<string> Lines(DryRunResult result, DryRunWords words)
    {
        yield return words.Headline;
        foreach (var (number, pillar) in result.Tally.Pillars.Where(_ => result.Cases > 0))
        {
            yield return $"{words.Pillar(number)}. Voorstel: toen, met {result.Tried}; en besloten:";
            foreach (var (proposal, then, now, decided) in words.Counts(pillar))
            {
                yield return $"  {proposal}: {Dutch.Number(then)}, {Dutch.Number(now)}{(decided is { } count ? $"; {Dutch.Number(count)}" : "")}";
            }

            yield return "  " + DryRunWords.Otherwise(pillar);
        }

        foreach (var turned in result.Shown)
        {
            yield return $"Dossier {turned.Number}, pijler {turned.Pillar}: {DryRunText.Of(turned.Answer.Then)} wordt {DryRunText.Of(turned.Answer.Now)} (besloten: {OutcomeText.Of(turned.Outcome).ToLowerInvariant()}). {string.Join(" ", words.Why(turned))}";
        }

        foreach (var line in new[] { words.Cut, words.LeftOut, result.Cases > 0 ? DryRunWords.Limits : null, DryRunWords.Promise })
        {
            if (line is not null)
            {
                yield return line;
            }
        }
    }
}
