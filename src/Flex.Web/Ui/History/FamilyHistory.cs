using Flex.Web.Data.Journal;

namespace Flex.Web.Ui.History;

/// <summary>What the journal says of the family's own door.</summary>
internal static class FamilyHistory
{
    public static string Did(Act act) => act switch
    {
        Act.FamilyInvited => "heeft een link met een code voor het gezin gemaakt",
        Act.FamilyInvitationEnded => "heeft een link voor het gezin ingetrokken",
        Act.FamilyEntered => "heeft met een link en een code de eigen bladzijde geopend",
        Act.FamilyRefused => "heeft geprobeerd met een link binnen te komen en mocht dat niet",
        Act.FamilyLeft => "heeft de eigen bladzijde gesloten",
        Act.FamilySignedIn => "heeft ingelogd met DigiD",
        Act.FamilyNotSignedIn => "heeft geprobeerd in te loggen met DigiD en mocht dat niet",
        Act.DeviceHanded => "heeft het apparaat aan het gezin gegeven om zelf een lijst in te vullen",
        _ => "",
    };
}
