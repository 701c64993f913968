using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Families;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Features.Families;

/// <summary>What lies before the mother who fills in a list: the list, and what is stored of it that she may go on with here.</summary>
public sealed record OwnForm(FamilyVisit Visit, Programme Programme, OwnList List, StoredForm? Stored)
{
    /// <summary>Reads it in a visit; null when there is no such list for who is there.</summary>
    internal static async Task<OwnForm?> Read(FamilyInHand hand, string code, ProgrammeLibrary library, CancellationToken stop)
    {
        var programme = library.Programmes[hand.Visit.Programme];
        var list = OwnList.Of(hand.Visit, programme, hand.Work.Clock.Today).FirstOrDefault(l => l.Form.Code == code);
        return list is null ? null : new(hand.Visit, programme, list, await StoredForm.Read(hand.Work, hand.Visit.Dossier, code, stop));
    }
}
