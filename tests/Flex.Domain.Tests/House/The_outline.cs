namespace Flex.Domain.Tests.House;

/// <summary>The ruler itself: what it reads from a file whose sizes are known.</summary>
public sealed class The_outline
{
    private const string Sample = """"
        namespace Flex;

        #pragma warning disable X // {
        /// <summary>Not } a brace.</summary>
        [Some(typeof(object), Name = "a {")]
        internal sealed class Shop(int a, string b, Dictionary<int, string> c = null!) : Base(a)
        {
            private const string Sql = """
                select '{' -- "
                """;

            private readonly Func<int, int> twice = x => { return x * 2; };

            public Shop(int one, int two, int three, int four) : this(one, "}", null!)
            {
            }

            [Fact]
            public (int A, int B) Pair<T>(T value, char brace = '{')
                where T : class
            {
                var text = $"{{ {(value is null ? "}" : $"{brace}")} \" ";
                return brace switch
                {
                    '\'' => (1, 2),
                    _ => (3, 4),
                };
            }

            public int Size => Sql.Length;

            public static bool operator ==(Shop a, Shop b) => a.Size switch
            {
                1 => true,
                _ => false,
            };

            private enum Colour { Red, Green }
        }

        internal interface IThing;

        internal readonly record struct Point(int X, int Y);
        """";

    private static readonly Outline Read = Outline.Of(new SourceFile("Sample.cs", Sample));

    [Fact]
    public void Finds_the_types_and_the_longest_constructor_of_each() =>
        Assert.Equal(
            ["namespace :0", "class Shop:4", "enum Colour:0", "interface IThing:0", "record Point:2"],
            Read.Types.Select(t => $"{t.Kind} {t.Name}:{t.Parameters.Count}"));

    [Fact]
    public void Finds_each_method_with_its_lines() =>
        Assert.Equal(
            ["Shop:3", "Pair:11", "operator ==:5"],
            Read.Members.Where(m => m.Method).Select(m => $"{m.Name}:{m.Lines}"));

    [Fact]
    public void Counts_a_property_apart() => Assert.Equal(["Size"], Read.Members.Where(m => !m.Method).Select(m => m.Name));

    [Fact]
    public void Reads_the_code_block_of_a_page()
    {
        var page = Outline.Of(new SourceFile("A.razor", "<p>It's {</p>\n@code {\n    private int Two()\n    {\n        return 2;\n    }\n}\n"));
        Assert.Equal(new DeclaredMember("A.razor", "Two", 3, 4, true), Assert.Single(page.Members));
    }
}
