using System.Globalization;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>
/// Tells where the information in statements first comes from. Copies of one report are one origin, and so are the reports of one
/// newsroom, a speaker in whatever paper, and a body with whoever speaks for it or relays it. Not thread-safe.
/// </summary>
internal sealed class Origins
{
    private readonly IReadOnlyList<Article> _articles;
    private readonly SpeakerGroups _speakers;
    private Copies? _copies;

    /// <param name="articles">All that take part; among them copies are found.</param>
    /// <param name="statements">All of theirs; among their speakers those who speak for others are found.</param>
    public Origins(IReadOnlyList<Article> articles, IEnumerable<Statement> statements)
    {
        _articles = articles;
        _speakers = new SpeakerGroups(articles, [.. statements.SelectMany(statement => new[] { VoiceOf(statement), Newsroom(statement.Source) }).OfType<Voice>().Distinct()]);
    }

    // Not needed where somebody speaks in every statement.
    private Copies Copies => _copies ??= new Copies(_articles);

    /// <summary>The same for all statements of one origin.</summary>
    public string Of(Statement statement)
    {
        if (VoiceOf(statement) is { } voice)
        {
            return _speakers.Of(voice);
        }

        var first = Copies.FirstOf(statement.Source);
        var source = first == statement.Source ? Copies.FirstWith(statement.Source, statement.Span) : first;
        return Newsroom(source) is { } newsroom ? _speakers.Of(newsroom) : "article " + source.Id;
    }

    /// <summary>The same for what one speaker says, and for a report with its copies, whoever else works in its newsroom.</summary>
    public string ReportOf(Statement statement) => VoiceOf(statement) is null ? "article " + Copies.FirstOf(statement.Source).Id : Of(statement);

    /// <summary>Whoever speaks in a statement, by name or as the one the article speaks of: "their union"; null for the article itself and for "a person with knowledge of the matter".</summary>
    public static Voice? VoiceOf(Statement statement)
    {
        var speaker = statement.Speaker is { } said && (said.IsNamed || IsDefinite(said.Name)) ? said.Name : null;
        return (statement.Relayed ?? speaker) is { } name ? new Voice(statement.Source, name) : null;
    }

    private static bool IsDefinite(string name) => name.Split(' ') is [var first, .., var last]
        && first.ToLowerInvariant() is "the" or "their" or "its" or "his" or "her" && SpeakerWords.Kind(last) is SpeakerWord.Organisation or SpeakerWord.Person;

    private static Voice? Newsroom(Article article) => Newsrooms.Of(article) is { } name ? new Voice(article, CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name)) : null;
}
