using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Flex.Bench.Data;
using Flex.Bench.Running;

namespace Flex.Bench;

/// <summary>What a browser fetches when it opens a page for the first time: the page and everything it names, with brotli; and whether anything of it lies elsewhere.</summary>
internal static partial class Pages
{
    private static readonly (string Persona, string Path)[] Wanted =
        [("", "/"), ("", "/inloggen"), ("verloskundige", "/aanmelden"), ("kraamverzorgende", "/werk"), ("intaker", "/werk"), ("intaker", "/zoeken"), ("intaker", "/dossiers"), ("intaker", "/dossiers/{dossier}/historie"), ("intaker", "/dossiers/{dossier}"), ("coordinator", "/factsheet/{pilot}"), ("coordinator", "/factsheet/{pilot}/controle")];

    public static async Task<IReadOnlyList<Row>> Run(Settings settings)
    {
        await using var cluster = await Cluster.Start();
        await using var site = await PilotSite.Start(cluster);
        var dossier = await site.Database.AsAdmin("select dossier_id::text from care_entry group by 1 order by count(*) desc, 1 limit 1");
        var rows = new List<Row>();
        foreach (var (persona, pattern) in Wanted)
        {
            var path = pattern.Replace("{pilot}", site.Pilot.Code, StringComparison.Ordinal).Replace("{dossier}", (string)dossier!, StringComparison.Ordinal);
            using var visitor = await site.Visitor(persona.Length == 0 ? null : persona);
            rows.Add(await FirstLoad(visitor, pattern, path));
        }

        return rows;
    }

    private static async Task<Row> FirstLoad(HttpClient visitor, string name, string path)
    {
        var (html, size) = await Fetch(visitor, path);
        if (html is null)
        {
            return new("page " + name, "not there yet", "-", default, null, "no answer 200");
        }

        var (total, parts, elsewhere) = (size, new StringBuilder($"html {Kilobytes(size)}"), new List<string>());
        foreach (var address in Loaded().Matches(html).Select(m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct())
        {
            if (IsElsewhere(address))
            {
                elsewhere.Add(address);
                continue;
            }

            var (text, bytes) = await Fetch(visitor, address);
            _ = text is null ? throw new InvalidOperationException($"{path} names {address}, which is not there. Build the styles first (./flex bench does).") : 0;
            elsewhere.AddRange(InStyle().Matches(text ?? "").Select(m => m.Groups[1].Value).Where(IsElsewhere));
            total += bytes;
            parts.Append(System.Globalization.CultureInfo.InvariantCulture, $", {Path.GetFileName(address.Split('?')[0])} {Kilobytes(bytes)}");
        }

        parts.Append(elsewhere.Count == 0 ? " kB; nothing from elsewhere" : $" kB; FROM ELSEWHERE: {string.Join(", ", elsewhere)}");
        var kilobytes = elsewhere.Count == 0 ? total / 1024.0 : double.PositiveInfinity;
        return new("page " + name, "first load with brotli, kB", "-", new(kilobytes, kilobytes, kilobytes), Bound.Most(60), parts.ToString());
    }

    private static async Task<(string? Text, long Bytes)> Fetch(HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        var packed = await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != System.Net.HttpStatusCode.OK)
        {
            return (null, packed.Length);
        }

        if (!answer.Content.Headers.ContentEncoding.Contains("br"))
        {
            return (Encoding.UTF8.GetString(packed), packed.Length);
        }

        using var reader = new StreamReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress));
        return (await reader.ReadToEndAsync(), packed.Length);
    }

    private static bool IsElsewhere(string address) => address.Contains("//", StringComparison.Ordinal) || address.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static string Kilobytes(long bytes) => Table.Number(bytes / 1024.0);

    // What a browser fetches of its own accord: an <a> is not.
    [GeneratedRegex("""<(?:link|script|img|source|image|use|iframe|embed|video|audio|object)\b[^>]*?\b(?:href|src|data)="([^"#]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Loaded();

    [GeneratedRegex("""(?:url\(|@import\s+)["']?([^"')\s]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex InStyle();
}
