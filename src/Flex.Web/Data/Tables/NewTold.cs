namespace Flex.Web.Data.Tables;

/// <summary>That the family heard about a decision from a person, about to be written.</summary>
internal sealed record NewTold(Guid Decision, Guid Dossier, Guid EntryId, Guid ActId, DateOnly On, string By, string How)
{
    public void Add(Work work) => work.Add(
        "insert into told (decision_id, dossier_id, told_on, told_by, how, act_id, entry_id) values ($1, $2, $3, $4, $5, $6, $7)", Decision, Dossier, On, By, How, ActId, EntryId);
}

/// <summary>The sealed body of <see cref="Journal.Act.OutcomeTold"/>.</summary>
internal sealed record ToldBody(int Pillar, string Outcome, string How);

/// <summary>The sealed body of <see cref="Journal.Act.LetterShown"/>.</summary>
internal sealed record LetterBody(int Pillar, string Outcome);
