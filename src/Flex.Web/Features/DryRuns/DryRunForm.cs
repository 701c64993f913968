using System.Text;
using Flex.Domain.Programmes;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;

namespace Flex.Web.Features.DryRuns;

/// <summary>What was asked on the page: a programme, and criteria as a file or as pasted text. A file becomes the text, so that it can be changed and tried again.</summary>
public sealed record DryRunForm(string? Programme, string? Text, byte[] Bytes, string Name)
{
    /// <summary>In bytes; the criteria of a programme take two thousand.</summary>
    public const int Largest = 100_000;

    private const int FindingsShown = 20;

    public static DryRunForm Empty(string? programme) => new(programme, null, [], "");

    public static async Task<DryRunForm> Read(IFormCollection form, CancellationToken stop)
    {
        var programme = Typed.Text(form["programma"]);
        if (form.Files.GetFile("bestand") is not { Length: > 0 } file)
        {
            var pasted = Typed.Text(form["tekst"]);
            return new(programme, pasted, Encoding.UTF8.GetBytes(pasted ?? ""), "de geplakte tekst");
        }

        var bytes = new byte[Math.Min(file.Length, Largest + 1)];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, stop);
        return new(programme, bytes.Length > Largest ? null : Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Replace("\0", "", StringComparison.Ordinal), bytes, "het bestand");
    }

    /// <summary>The programme with these criteria, or what is wrong with them beside their field.</summary>
    internal (Programme? Changed, IReadOnlyList<FieldError> Errors) Parse(ProgrammeLibrary library)
    {
        var programme = Programme is null ? null : library.Programmes.GetValueOrDefault(Programme);
        FieldError[] errors =
        [
            .. programme is null ? [new FieldError("programma", "Kies een programma.")] : Array.Empty<FieldError>(),
            .. Bytes.Length == 0 ? [new FieldError("tekst", "Kies een bestand met criteria, of plak de tekst ervan.")] : Array.Empty<FieldError>(),
            .. Bytes.Length > Largest ? [new FieldError("bestand", $"Dit is te groot voor criteria: hooguit {Largest / 1000} kB.")] : Array.Empty<FieldError>(),
        ];
        try
        {
            return errors.Length > 0 ? (null, errors) : (ChangedCriteria.Read(library, programme!, Bytes, Name), []);
        }
        catch (ProgrammeFileException broken)
        {
            return (null, [.. broken.Findings.Take(FindingsShown).Select(f => new FieldError("tekst", Capital(f.ToString())))]);
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
