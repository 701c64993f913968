using Flex.Domain.Programmes;
using Flex.Domain.Statistics;

namespace Flex.Web.Data.Programmes;

/// <summary>Everything under the programmes folder, read and checked once at start.</summary>
internal sealed record ProgrammeLibrary(
    IReadOnlyDictionary<string, Programme> Programmes,
    National National,
    IReadOnlyDictionary<string, Indicator> Indicators,
    IReadOnlyList<Finding> Warnings)
{
    private static readonly string[] NoProgrammes = ["national", "indicators"];

    /// <summary>Per programme what a publication printed of its factsheet; empty when nothing was published.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PublishedFigure>> Published { get; init; } = new Dictionary<string, IReadOnlyList<PublishedFigure>>(StringComparer.Ordinal);

    /// <summary>Reads the folder; throws <see cref="ProgrammeFileException"/> with all findings. <paramref name="today"/> decides which tariff years should be known by now.</summary>
    public static ProgrammeLibrary Load(string folder, DateOnly today)
    {
        var files = new ProgrammeFolder(folder, new Findings());
        var national = NationalFiles.Read(files, today);
        var indicators = IndicatorFiles.Read(files);
        Programme[] programmes =
        [
            .. files.Folders("").Except(NoProgrammes, StringComparer.Ordinal)
                .Select(code => new ProgrammeFiles(files, code, national, indicators).Read())
                .OfType<Programme>(),
        ];
        var published = programmes.ToDictionary(p => p.Code, p => new PublishedFiles(files, p).Read(), StringComparer.Ordinal);
        return files.Findings.Errors.Count == 0
            ? new ProgrammeLibrary(programmes.ToDictionary(p => p.Code, StringComparer.Ordinal), national, indicators, files.Findings.Warnings) { Published = published }
            : throw new ProgrammeFileException(files.Findings.Errors);
    }
}
