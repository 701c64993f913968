using System.Text;
using Flex.Domain.Names;

namespace Flex.Domain.Tests.Names;

public sealed class NameSoundTests
{
    public static TheoryData<string, string> Near => new()
    {
        // Dutch: ij, y, ei.
        { "Kuijpers", "Cuypers" }, { "Meijer", "Meyer" }, { "Meijer", "Maier" }, { "Thijssen", "Tyssen" }, { "Nijs", "Neis" }, { "Wijnen", "Weinen" }, { "Bruijn", "Bruin" }, { "Heijnen", "Heynen" }, { "Sylvia", "Silvia" },
        // c, k, ck, q, x, ks.
        { "Claassen", "Klaassen" }, { "Hendrikx", "Hendriks" }, { "Hendrickx", "Hendrix" }, { "Dirkx", "Dircks" }, { "Clerx", "Klerks" }, { "Quirine", "Kwirine" }, { "Alexandra", "Aleksandra" }, { "Coenen", "Koenen" }, { "Christine", "Kristine" }, { "Celine", "Seline" },
        // dt, t, d at the end; th.
        { "Smit", "Smidt" }, { "Schmidt", "Schmitt" }, { "Smits", "Smids" }, { "Theunissen", "Teunissen" }, { "Matthijs", "Mathijs" },
        // ph, f, v, w; z, s; sch, sh, sj.
        { "Sophia", "Sofia" }, { "Feenstra", "Veenstra" }, { "Eva", "Ewa" }, { "Zanders", "Sanders" }, { "Fritz", "Frits" }, { "Sjantal", "Chantal" }, { "Bosch", "Bos" }, { "Visscher", "Visser" },
        // gh, g, ch; doubled letters; silent h; ou, au, ouw.
        { "Bergh", "Berg" }, { "Wiechers", "Wiegers" }, { "Brecht", "Bregt" }, { "Jansen", "Janssen" }, { "Anna", "Ana" }, { "Anna", "Anne" }, { "Sarah", "Sara" }, { "Johanna", "Joanna" }, { "Rhijn", "Rijn" }, { "Bouwman", "Bauman" }, { "Vandenberg", "Berg" },
        // Turkish.
        { "Yılmaz", "Jilmaz" }, { "Yilmaz", "Jilmaz" }, { "Erdoğan", "Erdogan" }, { "Şahin", "Sahin" }, { "Şahin", "Shahin" }, { "Ayşe", "Aisha" }, { "Hüseyin", "Hussein" }, { "Özlem", "Oezlem" }, { "Osman", "Usman" },
        // Arabic.
        { "Mohammed", "Muhammed" }, { "Mohamed", "Muhammad" }, { "Ahmed", "Achmed" }, { "Ahmed", "Ahmet" }, { "Fatima", "Fatma" }, { "Youssef", "Joesoef" }, { "Yusuf", "Youssef" }, { "Rachida", "Rashida" }, { "Bouchra", "Bushra" }, { "Khalid", "Ghalid" }, { "Layla", "Leila" }, { "Nour", "Noor" }, { "Hassan", "Hasan" }, { "Ibrahim", "Ebrahim" }, { "Abdelhamid", "Abdulhamid" },
        // Polish and Ukrainian.
        { "Kowalska", "Kovalska" }, { "Paweł", "Pawel" }, { "Małgorzata", "Malgorzata" }, { "Nowak", "Novak" }, { "Oleksandr", "Aleksandr" }, { "Oleksandra", "Alexandra" }, { "Nataliia", "Natalja" }, { "Natalia", "Nataliya" }, { "Yuliia", "Julia" }, { "Mariia", "Marija" }, { "Viktoriia", "Victoria" }, { "Tetiana", "Tetjana" }, { "Volodymyr", "Wolodymyr" },
        // Another alphabet: the same letters.
        { "Иванова", "ИВАНОВА" }, { "فاطمة", "فاطمة" },
    };

    public static TheoryData<string, string> NotNear => new()
    {
        { "Jansen", "Janse" }, { "Jansen", "Jansma" }, { "Bakker", "Bekker" }, { "Bakker", "Visser" }, { "Smit", "Smeets" }, { "Anna", "Anja" }, { "Anna", "Hanna" }, { "Maria", "Marie" }, { "Bos", "Baas" }, { "Bos", "Bes" }, { "Bruin", "Braun" },
        { "Vos", "Bos" }, { "Mulder", "Meulenbelt" }, { "Peters", "Peter" }, { "Sanne", "Sonja" }, { "Emma", "Amma" }, { "Lisa", "Lucia" }, { "Mohammed", "Ahmed" }, { "Mohammed", "Mehmet" }, { "Fatima", "Fadila" }, { "Khadija", "Nadia" }, { "Yilmaz", "Yildiz" },
        { "Aylin", "Ayla" }, { "Oleksandr", "Oleksii" }, { "Kowalska", "Kowalczyk" }, { "Nowak", "Novotna" }, { "Иванова", "Петрова" }, { "Dekker", "Dokter" }, { "Kok", "Kuik" }, { "Maes", "Mies" }, { "Tessa", "Thea" }, { "Willems", "Willemsen" },
    };

    [Theory]
    [MemberData(nameof(Near))]
    public void Names_that_sound_alike_have_one_key(string left, string right)
    {
        Assert.Equal(NameSound.Of(left), NameSound.Of(right));
        Assert.NotEmpty(NameSound.Of(left));
    }

    [Theory]
    [MemberData(nameof(NotNear))]
    public void Names_that_differ_have_another_key(string left, string right) => Assert.NotEqual(NameSound.Of(left), NameSound.Of(right));

    [Theory]
    [InlineData("van")]
    [InlineData("Den")]
    [InlineData("'t")]
    [InlineData("El")]
    [InlineData("J.")]
    [InlineData("")]
    [InlineData("123")]
    public void A_particle_or_a_letter_has_no_key(string part) => Assert.Empty(NameSound.Of(part));

    [Fact]
    public void A_name_has_the_keys_of_its_parts_once() => Assert.Equal(["an", "jnsn"], NameSound.Of(["Anna", "van", "der", "Jansen", "Janssen"]));

    // Any text at all: a key, never an error, and the same however it is composed.
    [Fact]
    public void Whatever_is_typed_has_a_key()
    {
        var random = new Random(20211101);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(3) == 0 ? (char)random.Next(0x20, 0x2000) : "achijsduwtyekq"[random.Next(14)])]);

            Assert.Equal(NameSound.Of(text), NameSound.Of(text.Normalize(NormalizationForm.FormD)));
        }
    }
}
