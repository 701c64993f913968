namespace Flex.Web.Data.Journal;

/// <summary>What can be broken in the journal.</summary>
internal enum Broken
{
    KeyDiffers,
    HeadsFileMissing,
    HeadsFileDamaged,
    BlockMissing,
    BlockChanged,
    ChainBroken,
    HeadDiffers,
    TailCut,
    EntryChanged,
    EntryMissing,
    EntryExtra,
    EntryReplaced,
    EntryTwice,
    EntryOutsideAnyBlock,
    EntryFromTheFuture,
    CounterBehind,
    GuardOff,
}

/// <summary>One broken place: the block where it can be told, the entry where it can be told.</summary>
/// <param name="Count">How many blocks or entries it concerns.</param>
internal sealed record Finding(Broken What, long? Block = null, Guid? Entry = null, long Count = 1, string Name = "")
{
    /// <summary>The finding in a Dutch sentence.</summary>
    public string Text => What switch
    {
        Broken.KeyDiffers => "Geen enkele regel en geen enkel blok past bij de sleutel: dit is de sleutel van een ander journaal.",
        Broken.HeadsFileMissing => "Het bestand met hoofden buiten de database ontbreekt of is leeg, terwijl er blokken zijn.",
        Broken.HeadsFileDamaged => "In het bestand met hoofden buiten de database staan de nummers niet op volgorde.",
        Broken.BlockMissing => Count == 1 ? $"Blok {Block} ontbreekt." : $"Blok {Block} tot en met {Block + Count - 1} ontbreken.",
        Broken.BlockChanged => $"Blok {Block} is gewijzigd of vervalst.",
        Broken.ChainBroken => $"Blok {Block} sluit niet aan op het blok ervoor.",
        Broken.HeadDiffers => $"Blok {Block} is een ander blok dan buiten de database is vastgelegd.",
        Broken.TailCut => $"De staart is afgeknipt: vanaf blok {Block} ontbreken {Count} blokken die buiten de database zijn vastgelegd.",
        Broken.EntryChanged => $"Regel {Entry} ({Place}) is gewijzigd of vervalst.",
        Broken.EntryMissing => $"In blok {Block} ontbreken {Count} regels.",
        Broken.EntryExtra => $"In blok {Block} staan {Count} regels te veel.",
        Broken.EntryReplaced => $"In blok {Block} is een regel vervangen, verwisseld of naar een andere transactie verplaatst.",
        Broken.EntryTwice => $"Regel {Entry} staat er meer dan één keer.",
        Broken.EntryOutsideAnyBlock => $"Regel {Entry} ({Place}) is ouder dan de laatste verzegeling, maar hoort bij geen blok.",
        Broken.EntryFromTheFuture => $"Regel {Entry} hoort bij een transactie die nog niet bestaat.",
        Broken.CounterBehind => "De teller van transacties loopt achter op het journaal: de database is uit een dump teruggezet.",
        Broken.GuardOff => $"De bewaking van {Name} tegen wijzigen staat uit.",
    };

    private string Place => Block is null ? "buiten de blokken" : $"blok {Block}";
}

/// <summary>The sealer does not build on a journal that was tampered with.</summary>
internal sealed class JournalBrokenException(Finding finding) : Exception(finding.Text)
{
    public Finding Finding => finding;
}
