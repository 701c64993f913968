namespace Flex.Web.Data.Journal;

/// <summary>The kinds of events that NEN 7513 wants apart (chapter 6: on the record, outside the normal path, and what gives the log its meaning).</summary>
internal enum EventClass
{
    /// <summary>A dossier is made.</summary>
    Create,

    /// <summary>One dossier is read.</summary>
    Read,

    /// <summary>More than one family is shown, or looked for.</summary>
    Query,

    /// <summary>Something is added to a dossier or changed in it.</summary>
    Update,

    /// <summary>Data leave, on paper or in a file.</summary>
    Export,

    /// <summary>Who may do what changes: relations, sessions.</summary>
    Authorisation,

    /// <summary>The glass is broken.</summary>
    Emergency,

    /// <summary>The log itself: read, reviewed, withheld or let go.</summary>
    Log,

    /// <summary>Asked and not given.</summary>
    Refusal,

    /// <summary>The programme as a whole: no family.</summary>
    Programme,
}
