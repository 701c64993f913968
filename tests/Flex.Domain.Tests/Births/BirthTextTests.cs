using Flex.Domain.Births;
using Flex.Domain.Dossiers;

namespace Flex.Domain.Tests.Births;

public sealed class BirthTextTests
{
    private static readonly DateOnly Today = new(2023, 5, 15);
    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal)
    {
        ["aantal"] = "1", ["kind1_dag"] = "14-05-2023", ["kind1_tijd"] = "14:05", ["kind1_leeft"] = "levend", ["plaats"] = "thuis", ["voeding"] = "borst",
    };

    private DateOnly? due = new(2023, 5, 20);

    [Fact]
    public void One_child_is_read_whole()
    {
        Type(("kind1_ziekenhuisdagen", "0"), ("kind1_ontslag", "15-5-2023"), ("moeder_ziekenhuisdagen", "1"), ("moeder_ontslag", "15-05-2023"));

        var birth = Parsed()!;

        Assert.True(birth.Says(new("thuis", "borst", 1, new(2023, 5, 15), [new(new(2023, 5, 14), new(14, 5), true, 0, new(2023, 5, 15))])));
    }

    [Fact]
    public void Twins_on_both_sides_of_midnight_are_born_on_the_first_day()
    {
        Type(("aantal", "2"), ("kind1_dag", "14-05-2023"), ("kind1_tijd", "0.10"), ("kind2_dag", "13-05-2023"), ("kind2_tijd", "2350"), ("kind2_leeft", "levend"));

        var birth = Parsed()!;

        Assert.Equal(new DateOnly(2023, 5, 13), birth.BornOn);
        Assert.Equal([new TimeOnly(0, 10), new TimeOnly(23, 50)], birth.Children.Select(c => c.BornAt!.Value));
    }

    [Fact]
    public void Of_a_stillborn_child_only_the_day_is_asked()
    {
        typed.Clear();
        Type(("aantal", "1"), ("kind1_dag", "14-05-2023"), ("kind1_leeft", "levenloos"));

        var birth = Parsed()!;

        Assert.Equal(("onbekend", "onbekend", false), (birth.Place, birth.Feeding, birth.Children[0].Live));
    }

    [Theory]
    [InlineData("aantal", "0", "van 1 tot en met 9")]
    [InlineData("aantal", "10", "van 1 tot en met 9")]
    [InlineData("aantal", "", "van 1 tot en met 9")]
    [InlineData("aantal", "twee", "van 1 tot en met 9")]
    [InlineData("kind1_dag", "", "Vul in op welke dag het eerste kind is geboren.")]
    [InlineData("kind1_dag", "16-05-2023", "in de toekomst")]
    [InlineData("kind1_dag", "31-02-2023", "geen datum")]
    [InlineData("kind1_tijd", "25:00", "geen tijd")]
    [InlineData("kind1_tijd", "vannacht", "geen tijd")]
    [InlineData("kind1_leeft", "ja", "kennen we niet")]
    [InlineData("kind1_ziekenhuisdagen", "-1", "hele dagen")]
    [InlineData("kind1_ziekenhuisdagen", "366", "hele dagen")]
    [InlineData("kind1_ontslag", "13-05-2023", "ligt voor de geboorte (14-05-2023)")]
    [InlineData("moeder_ontslag", "13-05-2023", "ligt voor de geboorte (14-05-2023)")]
    [InlineData("moeder_ziekenhuisdagen", "een paar", "hele dagen")]
    [InlineData("plaats", "", "Kies waar het kind is geboren.")]
    [InlineData("plaats", "auto", "kennen we niet")]
    [InlineData("voeding", "", "Kies hoe het kind wordt gevoed.")]
    public void Whatever_is_wrong_is_said_beside_the_field(string field, string text, string message)
    {
        Type((field, text));
        var read = Reader();

        Assert.Null(BirthText.Parse(read, new(due)));

        Assert.Contains(message, Assert.Single(read.Problems, p => p.Field == field).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(126, false)]
    [InlineData(127, true)]
    [InlineData(-14, false)]
    [InlineData(-15, true)]
    [InlineData(300, true)]
    public void A_birth_far_from_the_due_date_is_asked_once_more_and_not_refused(int daysBefore, bool asked)
    {
        due = new DateOnly(2023, 5, 14).AddDays(daysBefore);
        var read = Reader();

        Assert.Equal(asked, BirthText.Parse(read, new(due)) is null);
        Assert.Equal(asked, read.Problems.Any(p => p.Field == "zeker"));
        Type(("zeker", "ja"));
        Assert.NotNull(Parsed());
    }

    [Fact]
    public void Children_more_than_a_day_apart_are_asked_once_more()
    {
        Type(("aantal", "2"), ("kind2_dag", "12-05-2023"));

        Assert.Null(Parsed());
        Type(("zeker", "ja"));
        Assert.Equal(new DateOnly(2023, 5, 12), Parsed()!.BornOn);
    }

    private void Type(params (string Field, string Text)[] fields)
    {
        foreach (var (field, text) in fields)
        {
            typed[field] = text;
        }
    }

    private RegisteredBirth? Parsed() => BirthText.Parse(Reader(), new(due));

    private FieldReader Reader() => new(typed.GetValueOrDefault, Today);
}
