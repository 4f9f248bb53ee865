namespace BriefingBot.Core.Tests.Claims;

/// <summary>An invented report of random sentences, and what papers do to one before they print it.</summary>
internal sealed record WireReport(string Title, IReadOnlyList<string> Paragraphs, string Author)
{
    private static readonly string[] Subjects = ["the harbour office", "a crane", "two pilots", "the lower quay", "an engineer", "the ferry company", "a salvage crew", "the town council", "fourteen barges", "the customs house", "a night watchman", "the grain exchange"];
    private static readonly string[] Verbs = ["closed", "examined", "moved", "repaired", "counted", "crossed", "sealed", "photographed", "bought", "measured", "abandoned", "reopened"];
    private static readonly string[] Objects = ["the broken gate", "nine crates of machine parts", "a footbridge", "the eastern basin", "its oldest tug", "the inspection papers", "a row of storehouses", "the river road", "every signal lamp", "the pumping station", "three mooring posts", "a cold store"];
    private static readonly string[] Ends = ["before the tide turned", "without a permit", "at a cost of six million crowns", "for the third time since spring", "while the storm lasted", "in front of a small crowd", "after a long dispute", "under a new contract", "with borrowed equipment", "two hours late", "against advice", "on the first clear morning"];
    private static readonly string[] Links = ["and later", "although nobody had asked, and", "so that by evening it had", "which is why it", "then", "and within a day"];

    public string Text => string.Join("\n\n", [Title, Author, .. Paragraphs]);

    public static WireReport Random(Random random, int paragraphs) => new(
        Headline(random),
        [.. Enumerable.Range(0, paragraphs).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(2, 5)).Select(_ => Sentence(random))))],
        "By Ilja Varn");

    public static string Headline(Random random) => $"{Capital(Pick(random, Subjects))} {Pick(random, Verbs)} {Pick(random, Objects)}";

    public static string Sentence(Random random) =>
        $"{Capital(Pick(random, Subjects))} {Pick(random, Verbs)} {Pick(random, Objects)} {Pick(random, Ends)} {Pick(random, Links)} {Pick(random, Verbs)} {Pick(random, Objects)} {random.Next(2, 99)} days {Pick(random, Ends)}.";

    public WireReport WithHeadline(Random random) => this with { Title = Headline(random) };

    public WireReport WithByline(string author) => this with { Author = $"By {author}" };

    /// <summary>Cut from the end, as papers cut.</summary>
    public WireReport Cut(int paragraphs) => this with { Paragraphs = [.. Paragraphs.SkipLast(paragraphs)] };

    public WireReport WithoutParagraph(int paragraph) => this with { Paragraphs = [.. Paragraphs.Where((_, i) => i != paragraph)] };

    public WireReport With(string paragraph) => this with { Paragraphs = [.. Paragraphs.Take(1), paragraph, .. Paragraphs.Skip(1)] };

    /// <summary>One word in so many is another one.</summary>
    public WireReport Reworded(Random random, int oneIn) => this with
    {
        Paragraphs = [.. Paragraphs.Select(paragraph => string.Join(' ', paragraph.Split(' ').Select(word => random.Next(oneIn) == 0 ? $"other{random.Next(1000)}" : word)))],
    };

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
