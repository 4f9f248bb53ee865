using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Whom and what the pronouns of a follow-up can stand for, by the last turns.</summary>
internal sealed class Antecedents(IReadOnlyList<Turn> turns)
{
    // Pronouns this near after a name tell whether it is a he or a she.
    private const int ReachInChars = 250;
    private const int MostMentions = 12;

    private readonly Turn last = turns[^1];

    /// <summary>What the last question is about: its noun phrase.</summary>
    public string? Subject => turns.Reverse().Select(turn => NounPhrases.Main(turn.Question)).FirstOrDefault(phrase => phrase is not null);

    /// <summary>A body that speaks, else several of whom the last question is.</summary>
    public string? Group =>
        NounPhrases.Plural(last.Question) ?? turns.Reverse().SelectMany(turn => Names(turn.Question)).FirstOrDefault(name => NameKinds.Of(name) is "org" or "place") ?? Subject;

    public string? Place => turns.Reverse().SelectMany(turn => Names(turn.Question).Reverse()).FirstOrDefault(name => NameKinds.Of(name) == "place")
        ?? turns.Reverse().Select(turn => NounPhrases.Place(turn.Question)).FirstOrDefault(place => place is not null);

    /// <param name="pronoun">he or she.</param>
    public string? Person(string pronoun) => turns.Reverse().SelectMany(People).FirstOrDefault(name => Fits(name, pronoun)) ?? turns.Reverse().SelectMany(People).FirstOrDefault();

    // Who is asked for is in the answer, who is asked about in the question.
    private static IEnumerable<string> People(Turn turn)
    {
        var speakers = turn.Answer.Citations.Select(citation => citation.Speaker).OfType<string>().ToList();
        var asked = Names(turn.Question).Select(name => Full(name, speakers)).Where(NameKinds.IsPerson)
            .Concat(Names(turn.Question).Where(name => NameKinds.Of(name) == "person").Select(name => NounPhrases.Around(turn.Question, name)));
        var quoted = turn.Answer.Citations.Take(1).SelectMany(citation => Names(citation.Quote.Text)).Where(NameKinds.IsPerson);
        var said = speakers.Where(NameKinds.IsPerson);
        return Question.Parse(turn.Question).Kind == QuestionKind.Who ? [.. said.Take(1), .. quoted, .. asked, .. said] : [.. asked, .. said, .. quoted];
    }

    private static string Full(string name, List<string> speakers) =>
        speakers.Find(speaker => speaker.EndsWith($" {name}", StringComparison.OrdinalIgnoreCase)) ?? name;

    private static IReadOnlyList<string> Names(string text) => [.. Question.Parse(text).Names.Select(name => name.Text)];

    private bool Fits(string name, string pronoun)
    {
        var (he, she) = (0, 0);
        foreach (var article in turns.SelectMany(turn => turn.Answer.Citations).Select(citation => citation.Quote.Source).Distinct())
        {
            var surname = name[(name.LastIndexOf(' ') + 1)..];
            var at = -1;
            for (var n = 0; n < MostMentions && (at = article.Text.IndexOf(surname, at + 1, StringComparison.Ordinal)) >= 0; n++)
            {
                var after = article.Text.AsSpan(at, Math.Min(ReachInChars, article.Text.Length - at));
                he += after.Count(" he ") + after.Count(" his ");
                she += after.Count(" she ") + after.Count(" her ");
            }
        }

        return pronoun == "he" ? he >= she : she >= he;
    }
}
