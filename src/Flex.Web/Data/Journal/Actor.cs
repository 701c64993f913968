namespace Flex.Web.Data.Journal;

/// <summary>Who acts: a person or the system, in a role, for an organisation.</summary>
internal sealed record Actor(string Id, string Name, string Role, string Organisation)
{
    /// <summary>The system itself, at the command line or in a job.</summary>
    public static Actor System(string verb) => new("systeem:" + verb, "Systeem (" + verb + ")", "systeem", "systeem");

    /// <summary>Whether nobody asks but the system.</summary>
    public bool IsSystem => Role == "systeem";
}
