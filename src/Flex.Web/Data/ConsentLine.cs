using Flex.Domain.Consents;

namespace Flex.Web.Data;

/// <summary>One answer to a question for consent as it stands in the dossier, with who wrote it down.</summary>
public sealed record ConsentLine(
    string Subject, string Whose, string? Party, string Answer, string TextVersion, string Language, string Capacity, string? Giver, string Channel, bool Interpreter, DateOnly SaidOn,
    bool? OnlyMother, string SaidBy, Guid ActId)
{
    /// <summary>What was said.</summary>
    public Consent Said => new(Subject, Whose, Party, Answer, TextVersion, Language, Capacity, Giver, Channel, Interpreter, SaidOn, OnlyMother);

    /// <summary>As a part of <see cref="DossierLife.Query"/>; oldest first, as they were written.</summary>
    internal const string Query = """
        (select coalesce(json_agg(json_build_object('subject', subject, 'whose', whose, 'party', party, 'answer', answer, 'text_version', text_version, 'language', language, 'capacity', capacity, 'giver', giver,
            'channel', channel, 'interpreter', interpreter, 'said_on', said_on, 'only_mother', only_mother, 'said_by', said_by, 'act_id', act_id) order by line), '[]') from consent where dossier_id = $1)
        """;
}
