using System.Globalization;
using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Bsn = Flex.Domain.Shared.Bsn;

namespace Flex.Web.Features.Searches;

/// <summary>The posted search as text, and what is wrong with it.</summary>
public sealed class SearchForm(string? name, string? born, string? number)
{
    private const int ShortestPart = 2;
    private const int LongestName = 200;
    private const string NoBsn = "Zoek hier op naam, geboortedatum of dossiernummer. Op BSN zoeken gaat op een eigen pagina.";

    public static SearchForm Empty { get; } = new(null, null, null);

    internal static SearchForm Posted(IFormCollection form) => new(Typed.Text(form["naam"]), Typed.Text(form["geboortedatum"]), Typed.Text(form["nummer"]));

    /// <summary>What was typed in a field; a BSN is not shown again.</summary>
    public string? this[string field] => Said(field) is { } text && !Bsn.In(text) ? text : null;

    /// <summary>What to look for, or null with everything that is wrong.</summary>
    internal FamilySearch? Read(DateOnly today, out IReadOnlyList<FieldError> errors)
    {
        var read = new FieldReader(Said, today);
        var parts = PartsOf(read);
        var search = new FamilySearch(parts, HoldsBsn(read, "geboortedatum") ? null : read.Day("geboortedatum", future: false), NumberOf(read));
        if (read.Problems.Count == 0 && search is { Parts.Count: 0, Born: null, Number: null })
        {
            read.Wrong("naam", "Vul een naam, een geboortedatum of een dossiernummer in.");
        }

        errors = [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))];
        return errors.Count == 0 ? search : null;
    }

    private static IReadOnlyList<string> PartsOf(FieldReader read)
    {
        if (read.Text("naam") is not { } text || HoldsBsn(read, "naam"))
        {
            return [];
        }

        var parts = NameKey.Parts(text);
        if (text.Length > LongestName)
        {
            read.Wrong("naam", $"Dit is te lang: gebruik ten hoogste {LongestName} tekens.");
        }
        else if (!parts.Any(p => p.Length >= ShortestPart))
        {
            read.Wrong("naam", "Typ ten minste twee letters van een naam.");
        }

        return parts;
    }

    private static int? NumberOf(FieldReader read)
    {
        if (read.Text("nummer") is not { } text || HoldsBsn(read, "nummer"))
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        read.Wrong("nummer", "Een dossiernummer bestaat uit cijfers, bijvoorbeeld 100001.");
        return null;
    }

    private static bool HoldsBsn(FieldReader read, string field)
    {
        if (!Bsn.In(read.Text(field)))
        {
            return false;
        }

        read.Wrong(field, NoBsn, repeat: false);
        return true;
    }

    private string? Said(string field) => field switch
    {
        "naam" => name,
        "geboortedatum" => born,
        _ => number,
    };
}
