using System.Security.Cryptography;
using Flex.Domain.Consents;
using Flex.Domain.Corrections;
using Flex.Domain.Rights;
using Flex.Web.Data;
using Flex.Web.Data.Copies;
using Flex.Web.Data.Journal;

namespace Flex.Web.Features.Copies;

/// <summary>Lines of the history that hold what another than the mother said, answered or asked: in her copy they tell that it was done and no more.</summary>
internal static class OtherWords
{
    public static bool Of(HistoryLine line, CopyWords words) => line.Body is not null && Enum.TryParse<Act>(line.Act, out var act) && act switch
    {
        Act.ConsentSaid => Body<Consent>(line, words)?.Whose is not (null or CopyCodes.Mother),
        Act.CorrectionRefused or Act.StatementAdded => IsAnothers(Body<OwnStatement>(line, words)?.Capacity),
        Act.ErasureAsked => IsAnothers(Body<AskedErasure>(line, words)?.Capacity),
        Act.CopyAsked or Act.CopyLinesLeftOut or Act.CopyReleased or Act.CopyRefused => IsAnothers(Body<CopyBody>(line, words)?.Capacity),
        _ => false,
    };

    private static bool IsAnothers(string? capacity) => capacity is not null && CopyCodes.PartOf(capacity, CopyCodes.Mother) != CopyCodes.Mother;

    // What cannot be opened is said by the history itself.
    private static T? Body<T>(HistoryLine line, CopyWords words)
        where T : class
    {
        try
        {
            return words.Key!.Open<T>(line.Body!, line.Id);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
