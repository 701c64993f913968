namespace Flex.Web.Data.Families;

/// <summary>Why somebody of a family is not signed in.</summary>
internal enum FamilyRefusal
{
    /// <summary>There is no visit that goes on.</summary>
    Over,

    /// <summary>The broker does not answer.</summary>
    Away,

    /// <summary>What came back is not to be trusted, came too late or a second time, or somebody broke it off.</summary>
    Broken,

    /// <summary>It was not certain enough who signed in, or too long ago.</summary>
    TooLow,

    /// <summary>The broker gave no number.</summary>
    NoNumber,

    /// <summary>No number of hers is kept here to compare with.</summary>
    NotKnown,

    /// <summary>It was somebody else than the link is for.</summary>
    SomebodyElse,

    /// <summary>No number of a child is kept here to compare with.</summary>
    ChildNotKnown,

    /// <summary>The broker did not find that who signed in has authority over this child, or it was the mother with the link of another.</summary>
    NoAuthority,

    /// <summary>Too many tries from one place.</summary>
    TooOften,
}
