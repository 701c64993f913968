using Flex.Domain.Dossiers;

namespace Flex.Domain.Tests.Dossiers;

public sealed class A_text_without_name
{
    private const string Mother = "Ánna-Maria van der Berg";

    [Theory]
    [InlineData("Anna krijgt al andere hulp", "de naam van de moeder")]
    [InlineData("De familie BERG verhuist", "de naam van de moeder")]
    [InlineData("Maria's zus helpt mee, en Bergs moeder ook", "de naam van de moeder")]
    [InlineData("Annas vriendin komt langs", "de naam van de moeder")]
    [InlineData("Woont op 6411 AB", "een postcode")]
    [InlineData("Woont op 6411ab", "een postcode")]
    [InlineData("Mail naar iemand@example.org", "een e-mailadres")]
    [InlineData("Bel 06 1234 5678", "een telefoonnummer, een ander lang nummer of een datum")]
    [InlineData("Geboren 02-03-1995", "een telefoonnummer, een ander lang nummer of een datum")]
    [InlineData("BSN 999990019", "een telefoonnummer, een ander lang nummer of een datum")]
    public void Says_what_tells_who_it_is_about(string text, string found) => Assert.Equal(found, NamelessText.Identifies(text, Mother));

    [Theory]
    [InlineData("Bo redt het niet alleen", "de naam van de moeder")]
    [InlineData("Bo's zus en de lift", "de naam van de moeder")]
    [InlineData("Petra belde erover", "een naam uit de aanmelding")]
    [InlineData("Het is Gerrits idee", "een naam uit de aanmelding")]
    [InlineData("De boodschappen zijn duur en de verloskundige kan niet komen", null)]
    public void Knows_short_names_and_those_of_who_applied_and_decides_with_her(string text, string? found) =>
        Assert.Equal(found, NamelessText.Identifies(text, "Bo Li", "Gerrit de Vries", null, "Verloskundige Petra"));

    [Theory]
    [InlineData("Het gezin ziet er van af, de hulp is over")]
    [InlineData("Verhuist in juni 2023 naar een andere gemeente")]
    [InlineData("In 2023 is er al 24 uur zorg gegeven, van de 150 plaatsen")]
    [InlineData("")]
    public void Lets_everyday_words_and_small_numbers_through(string text) => Assert.Null(NamelessText.Identifies(text, Mother));

    [Theory]
    [InlineData("Zuster van mevrouw Jansen, zorgt mee", "Zuster van mevrouw [naam], zorgt mee")]
    [InlineData("Dhr. van de Velde en fam. De Wit-Bos", "Dhr. [naam] en fam. [naam]")]
    [InlineData("De mevrouw die komt is er al", "De mevrouw die komt is er al")]
    public void Strikes_the_name_after_a_form_of_address(string text, string struck) => Assert.Equal(struck, NamelessText.Strike(text));
}
