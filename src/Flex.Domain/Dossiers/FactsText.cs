using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Domain.Dossiers;

/// <summary>Where a family lives, is insured and gets kraamzorg: the facts that are confirmed again; null is "not known".</summary>
/// <param name="Municipality">CBS code.</param>
/// <param name="Insurer">The insurer's label.</param>
/// <param name="Provider">Provider code, or "ander".</param>
public sealed record FamilyFacts(string? Postcode, string? Municipality, string? Insurer, string? Provider);

/// <summary>Facts as they were confirmed, and from which day what differs counts.</summary>
/// <param name="Concern">The concern of the insurer, or null when it is not known.</param>
/// <param name="Changed">Codes of <see cref="FactsText"/>; empty: all the same.</param>
/// <param name="From">First day of what changed, or null when nothing did.</param>
public sealed record ConfirmedFacts(FamilyFacts Now, string? Concern, IReadOnlyList<string> Changed, DateOnly? From);

/// <summary>What of a dossier decides how facts can be confirmed.</summary>
/// <param name="Before">As known today.</param>
/// <param name="Since">Per code of <see cref="FactsText"/> the first day of what is known; a change begins after it.</param>
public sealed record FactsContext(FamilyFacts Before, IReadOnlyDictionary<string, DateOnly> Since, Programme Programme, National National);

/// <summary>Turns a posted form into <see cref="ConfirmedFacts"/>, or into everything that is wrong with it.</summary>
public static class FactsText
{
    /// <summary>Municipality or postcode differ.</summary>
    public const string Home = "woonplaats";

    /// <summary>The insurer differs.</summary>
    public const string Insurance = "verzekeraar";

    /// <summary>The provider of kraamzorg differs.</summary>
    public const string Provision = "aanbieder";

    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static ConfirmedFacts? Parse(FieldReader read, FactsContext context)
    {
        read.WithoutBsn("aanbieder");
        var insurer = ApplicationText.InsurerOf(read, context.National);
        var postcode = MotherText.Postcode(read);
        var follows = PostcodeRange.MunicipalityOf(postcode, context.Programme, context.National);
        var now = new FamilyFacts(
            postcode, MotherText.Municipality(read, context.National, follows), insurer?.Label ?? read.Text("verzekeraar"), ApplicationText.ProviderOf(read, context.Programme));
        if (now.Provider is null && context.Before.Provider is not null)
        {
            read.Wrong("aanbieder", "Kies wie de kraamzorg geeft.");
        }

        string[] changed = [.. Differing(context.Before, now)];
        var from = changed.Length == 0 ? null : FromOf(read, changed.Max(c => context.Since[c]));
        return read.Problems.Count == 0 ? new(now, insurer?.Concern, changed, from) : null;
    }

    private static IEnumerable<string> Differing(FamilyFacts before, FamilyFacts now)
    {
        if ((before.Municipality, before.Postcode) != (now.Municipality, now.Postcode))
        {
            yield return Home;
        }

        if (before.Insurer != now.Insurer)
        {
            yield return Insurance;
        }

        if (before.Provider != now.Provider)
        {
            yield return Provision;
        }
    }

    private static DateOnly? FromOf(FieldReader read, DateOnly since)
    {
        var from = read.Day("vanaf", future: false);
        if (from is null && read.Text("vanaf") is null)
        {
            read.Wrong("vanaf", "Er is iets veranderd. Vul in vanaf welke dag dat zo is.");
        }
        else if (from <= since)
        {
            read.Wrong("vanaf", $"Deze dag moet na {Dutch.Day(since)} liggen: tot en met die dag staat er al iets vast.");
        }

        return from;
    }
}
