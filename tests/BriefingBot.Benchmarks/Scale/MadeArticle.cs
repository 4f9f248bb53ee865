using System.Text;

namespace BriefingBot.Benchmarks.Scale;

/// <summary>A made-up news article of about 5,000 characters. The same number gives the same article.</summary>
internal sealed class MadeArticle
{
    private const int Seed = 20241020;
    private const int Sentences = 38;
    private const int TopicWords = 25;
    private const int NamesPerArticle = 5;

    // Rough shares of English news text.
    private const double FunctionWordShare = 0.43;
    private const double TopicShare = 0.25;
    private const double NumberShare = 0.02;
    private const double InflectionShare = 0.25;

    private static readonly string[] FunctionWords =
        "the of to and a in that is was for on it with as be at by this have from are which but had not they his an were one would all will there been if more when who so no what up out"
            .Split(' ');

    private static readonly string[] Inflections = ["s", "ed", "ing"];
    private static readonly string[] Outlets = ["Daily Ledger", "Northern Wire", "The Courier", "Channel Nine", "Evening Standardbearer"];

    private readonly Random _random;
    private readonly string[] _topic;
    private readonly string[] _names;

    public MadeArticle(int number)
    {
        Id = $"made-{number}";
        _random = new Random(Seed + number);
        Published = new DateOnly(2020, 1, 1).AddDays(_random.Next(1800));
        Outlet = Outlets[_random.Next(Outlets.Length)];
        _topic = [.. Enumerable.Range(0, TopicWords).Select(_ => ContentWord())];
        _names = [.. Enumerable.Range(0, NamesPerArticle).Select(_ => MadeVocabulary.Name(MadeVocabulary.RandomRank(_random, MadeVocabulary.Names)))];
        Title = MadeVocabulary.Capitalised($"{_names[0]} says {_topic[0]} {_topic[1]} will {_topic[2]} {_topic[3]}");
        Text = Paragraphs();
    }

    public string Id { get; }

    public string Title { get; }

    public string Text { get; }

    public string Outlet { get; }

    public DateOnly Published { get; }

    /// <summary>A question of about ten words: a name and words of one of the article's sentences, between common ones.</summary>
    public string Question()
    {
        var sentences = Text.Split(". ");
        var words = sentences[_random.Next(sentences.Length)].Split([' ', ',', '"', '.', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 3 && char.IsLower(word[0]) && !FunctionWords.Contains(word)).Distinct().OrderBy(_ => _random.Next()).Take(5).ToArray();
        return $"What did {_names[_random.Next(_names.Length)]} say about the {string.Join(' ', words.Take(3))} of {string.Join(" and ", words.Skip(3))}?";
    }

    private string Paragraphs()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Sentences; i++)
        {
            text.Append(Sentence()).Append(i % 3 == 2 ? "\n\n" : " ");
        }

        return text.ToString().TrimEnd();
    }

    private string Sentence()
    {
        var words = Enumerable.Range(0, _random.Next(10, 30)).Select(_ => AnyWord()).ToArray();
        words[0] = MadeVocabulary.Capitalised(words[0]);
        var said = string.Join(' ', words);
        return _random.Next(4) switch
        {
            0 => $"\"{said},\" said {_names[_random.Next(_names.Length)]}.",
            1 => $"{said}, {_names[_random.Next(_names.Length)]} told reporters on {Published.DayOfWeek}.",
            _ => $"{said}.",
        };
    }

    private string AnyWord()
    {
        var draw = _random.NextDouble();
        return draw < FunctionWordShare ? FunctionWords[(int)(FunctionWords.Length * Math.Pow(_random.NextDouble(), 2))]
            : draw < FunctionWordShare + NumberShare ? _random.Next(2, 5000).ToString()
            : draw < FunctionWordShare + NumberShare + TopicShare ? _topic[_random.Next(_topic.Length)]
            : ContentWord();
    }

    private string ContentWord()
    {
        var word = MadeVocabulary.Word(MadeVocabulary.RandomRank(_random, MadeVocabulary.Words));
        return _random.NextDouble() < InflectionShare ? word + Inflections[_random.Next(Inflections.Length)] : word;
    }
}
