using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>
/// Gives each speaker the name that fits it within the article: pronouns and "the agency" the last fitting one, a surname
/// its fullest form. A name that was "he" once is never "she".
/// </summary>
internal sealed class SpeakerResolver
{
    private const int MostParagraphsBack = 4;
    private const int MostNamesBack = 200;
    private const int LongestBodyInWords = 4;
    private const int LongestOwnNameInWords = 8;
    private static readonly string[] Relatives = [" whose ", " who ", " which ", " that ", " when "];
    private static readonly string[] Places = [" in ", " at ", " near "];
    private readonly string text;
    private readonly List<NameMention> mentions;
    private readonly IReadOnlyList<TokenizedParagraph> paragraphs;
    private readonly Dictionary<string, string> pronounOf = new(StringComparer.Ordinal);
    private readonly FullNames fullNames;
    private readonly int[] sentencesBefore;
    private readonly List<(int At, NameMention Name)> speakers = [];
    private PersonHints? hints;

    public SpeakerResolver(string text, IReadOnlyList<TokenizedParagraph> paragraphs)
    {
        this.text = text;
        this.paragraphs = paragraphs;
        mentions = NameMentions.Find(text, paragraphs);
        fullNames = new FullNames(mentions);
        sentencesBefore = new int[paragraphs.Count + 1];
        for (var p = 0; p < paragraphs.Count; p++)
        {
            sentencesBefore[p + 1] = sentencesBefore[p] + paragraphs[p].Sentences;
        }
    }

    /// <param name="attributions">In the order of their cues.</param>
    public IReadOnlyList<Attribution> Resolve(IReadOnlyList<Attribution> attributions)
    {
        pronounOf.Clear();
        speakers.Clear();
        return [.. attributions.Select(attribution => attribution.Speaker is { } speaker ? Named(attribution, speaker) : attribution)];
    }

    private PersonHints Hints => hints ??= new PersonHints(text, mentions);

    /// <summary>Whether the speaker may be whoever spoke before: "he", "the minister".</summary>
    public bool IsByLastSpeaker(TextSpan speaker) => WordsOf(speaker) switch
    {
        ["he" or "she" or "him" or "her"] => true,
        ["the", ..] and var words => NameMention.IsTitle(Head(words)) || NameWords.Is("party", Head(words)),
        _ => false,
    };

    private string[] WordsOf(TextSpan speaker) => text[speaker.Start..speaker.End].ToLowerInvariant().Split([' ', '\n', ','], StringSplitOptions.RemoveEmptyEntries);

    private Attribution Named(Attribution attribution, TextSpan speaker)
    {
        var words = WordsOf(speaker);
        if (words is ["who" or "which" or "that"])
        {
            // "Who he said continues": another one speaks.
            return text.AsSpan(speaker.End, Math.Max(0, attribution.Cue.Start - speaker.End)).IsWhiteSpace() ? ByAntecedent(attribution, speaker) : attribution;
        }

        var isIndefinite = words.Length > 0 && SpeakerWords.Kind(words[0]) == SpeakerWord.Indefinite;
        var name = words switch
        {
            ["he" or "she" or "him" or "her"] => Person(speaker, words[0] is "he" or "him" ? "he" : "she"),
            ["they" or "them" or "it"] => Body(speaker),
            ["i" or "we" or "you"] => null,
            _ when isIndefinite || IsQualified(speaker) => null,
            _ when Within(Core(speaker)) is { } own && !IsRoleAlone(own, words) => IsOwner(own, speaker) && words.Length <= LongestOwnNameInWords ? Owned(own, speaker, Head(words)) : fullNames.Of(own),
            ["the", "former", ..] => Last(speaker, mention => mention.IsPerson && mention.Has("former") && mention.Has(Head(words))),
            ["the", ..] => Definite(speaker, Head(words)),
            _ => null,
        };
        if (name is not null)
        {
            speakers.Add((speaker.Start, name));
        }

        // "South Korea's spy agency" is as good as a name where the agency has none.
        if (words is ["it"] && BodyBefore(speaker) is { } body && (name is null || name.Span.Start < body.Start))
        {
            return attribution with { SpeakerName = body };
        }

        var isOwnName = name is null && !isIndefinite && (IsLoneName(words, speaker) || IsPlacedBody(words, speaker) || (words is ["the", ..] && IsQualified(speaker)) || (words.Length <= LongestOwnNameInWords && Within(Core(speaker)) is { } owner && IsOwner(owner, speaker)));
        return attribution with { SpeakerName = isOwnName ? WithoutComma(speaker) : name?.Span, IsAnonymous = name is null && !isOwnName && !IsPronoun(words) };
    }

    private TextSpan WithoutComma(TextSpan speaker) => text[speaker.End - 1] == ',' && speaker.Length > 1 ? new TextSpan(speaker.Start, speaker.End - 1) : speaker;

    // One word that begins a sentence and is written nowhere else. Officials and critics have a plural's s.
    private bool IsLoneName(string[] words, TextSpan speaker) =>
        words is [{ Length: > 2 } word] && char.IsUpper(text[speaker.Start]) && !word.EndsWith('s') && !IsPronoun(words)
        && SpeakerWords.Kind(word) == SpeakerWord.Unknown && !NameWords.Is("opener", word) && !NameWords.Is("nobody", word);

    // "The spy agency in Seoul".
    private bool IsPlacedBody(string[] words, TextSpan speaker) =>
        SpeakerWords.Kind(Head(words)) == SpeakerWord.Organisation && Core(speaker) is var core && core != speaker && text.AsSpan(core.End, speaker.End - core.End).ContainsAnyInRange('A', 'Z');

    private static bool IsPronoun(string[] words) => words is [var word] && KnownWords.IsPointer(FeatureHash.Of(word));

    private Attribution ByAntecedent(Attribution attribution, TextSpan relative)
    {
        var name = Before(relative.Start).FirstOrDefault();
        var isBeside = name is not null && name.Span.End <= relative.Start && text.AsSpan(name.Span.End, relative.Start - name.Span.End).Trim(", ").IsEmpty;
        return RelativeSpeakers.Of(text, paragraphs[ParagraphOf(relative.Start)].Tokens, relative, isBeside ? name : null) is not { } meant ? attribution
            : meant.IsName ? attribution with { SpeakerName = fullNames.Of(name!).Span }
            : attribution with { SpeakerName = meant.Words, IsAnonymous = true };
    }

    private NameMention? Within(TextSpan speaker)
    {
        var own = Before(speaker.End).TakeWhile(mention => mention.Span.End > speaker.Start).Where(mention => !Qualifies(mention, speaker)).Reverse().ToList();
        var people = own.FindAll(mention => mention.IsPerson && !IsOwner(mention, speaker));
        return people.Count == 0 ? own.FirstOrDefault() : people.FindLast(mention => IsBeforeMark(speaker.Start, mention)) ?? people[0];
    }

    // "The Democrat", "the Tesla CEO" is whoever was named before.
    private static bool IsRoleAlone(NameMention own, string[] words) => words is ["the", ..] && own.Has(words[^1]) && (NameMention.IsTitle(words[^1]) || NameWords.Is("party", words[^1]));

    // "Sri Lankan author Asanga Pell", but the first of "Jan Pell and Ben Ober".
    private bool IsBeforeMark(int start, NameMention mention) =>
        text.AsSpan(start, Math.Max(0, mention.Span.Start - start)) is var before && before.IndexOfAny(",;(—–") < 0 && !before.EndsWith(" and ");

    // "The mayor of Veldt", "lawyers for Jan Pell".
    private bool IsQualified(TextSpan speaker) =>
        Core(speaker) is var core && Before(core.End).TakeWhile(mention => mention.Span.End > core.Start).ToList() is { Count: > 0 } own && own.TrueForAll(mention => Qualifies(mention, core));

    // "Lawyers for the actor Jan Pell" are not Jan Pell, nor are "people in Veldt" Veldt. "Data by Veldt University" and "spokesman for the ministry Jan Pell" are.
    private bool Qualifies(NameMention mention, TextSpan speaker)
    {
        var before = text[speaker.Start..Math.Max(speaker.Start, mention.Span.Start)].Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var link = Array.FindLastIndex(before, word => NameWords.Is("preposition", word));
        return link > 0 && !before[..link].TakeLast(2).Any(word => NameWords.Is("paper", word)) && (before[^1] is "and" or "or" || before[link..].All(word => char.IsLower(word[0]))) && SpeakerWords.Kind(before[^1]) != SpeakerWord.Organisation
            && before[..link].Any(word => char.IsLetter(word[0]) && !IsArticle(word));
    }

    private static bool IsArticle(string word) => word.ToLowerInvariant() is "the" or "a" or "an" or "its" or "his" or "her" or "their";

    // "The company whose store was flooded when Lock Three burst" is the company, and "the spy agency in Seoul" is not Seoul.
    private TextSpan Core(TextSpan speaker)
    {
        foreach (var relative in text.AsSpan(speaker.Start, speaker.Length).StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? [.. Relatives, .. Places] : Relatives)
        {
            var at = text.AsSpan(speaker.Start, speaker.Length).IndexOf(relative, StringComparison.Ordinal);
            if (at > 0)
            {
                return new TextSpan(speaker.Start, speaker.Start + at);
            }
        }

        return speaker;
    }

    // "South Korea's agency", "Jan Pell's lawyers", "Pentagon officials"; "Jan Pell's statement" is Jan Pell's word.
    private bool IsOwner(NameMention name, TextSpan speaker) =>
        name.Span.End + 1 < speaker.End && !NameWords.Is("paper", text[name.Span.End..speaker.End].Split(' ')[^1])
        && (text[name.Span.End] is '\'' or '’' || (text[name.Span.End] == ' ' && !name.IsPerson && char.IsLower(text[name.Span.End + 1])
            && !IsJointAt(name.Span.End + 1, speaker.End)));

    private bool IsJointAt(int start, int end) =>
        SpeakerWords.Kind(text[start..end].Split(' ', 2)[0]) == SpeakerWord.Joint;

    // "Veldt's agency" is the Veldt Harbour Agency.
    private NameMention? Owned(NameMention owner, TextSpan speaker, string head) =>
        SpeakerWords.Kind(head) is SpeakerWord.Organisation or SpeakerWord.Person ? Last(speaker, mention => mention.Has(head) && mention.Has(owner.LastWord)) : null;

    private NameMention? Person(TextSpan pronoun, string word)
    {
        var sentence = SentenceOf(pronoun.Start);
        var subjects = Before(pronoun.Start).TakeWhile(mention => IsNear(mention, pronoun)).Reverse()
            .Where(mention => !mention.IsQuoted && mention.Span.End <= pronoun.Start)
            .Select(mention => (At: mention.Span.Start, Name: fullNames.Of(mention), mention.Sentence))
            .Where(subject => Hints.IsPerson(subject.Name) && Fits(subject.Name, word))
            .ToList();
        var within = subjects.Find(subject => subject.Sentence == sentence).Name;
        var spoken = LastSpeakers(pronoun).FirstOrDefault(speaker => speaker.Name.IsPerson && Fits(speaker.Name, word));
        var last = subjects.Count == 0 ? default : subjects.Find(subject => subject.Sentence == subjects[^1].Sentence);
        var name = within ?? (spoken.Name is not null && spoken.At >= last.At ? spoken.Name : last.Name ?? spoken.Name);
        if (name is not null)
        {
            pronounOf[name.LastWord] = word;
        }

        return name;
    }

    private bool Fits(NameMention name, string word)
    {
        var title = SpeakerWords.Kind(name.Words[0]);
        var known = title == SpeakerWord.Man ? "he" : title == SpeakerWord.Woman ? "she" : pronounOf.GetValueOrDefault(name.LastWord, word);
        return known == word;
    }

    private NameMention? Definite(TextSpan speaker, string head) => SpeakerWords.Kind(head) switch
    {
        SpeakerWord.Organisation => Last(speaker, mention => mention.Has(head)),
        SpeakerWord.Person => Last(speaker, mention => mention.IsPerson && mention.Has(head)) ?? LastSpeaker(speaker),
        _ when NameMention.IsTitle(head) => Last(speaker, mention => mention.IsPerson && mention.Has(head)) ?? LastSpeaker(speaker),
        _ when NameWords.Is("party", head) => LastSpeaker(speaker),
        _ => null,
    };

    // The body that a sentence right before begins with, or that spoke last.
    private NameMention? Body(TextSpan pronoun) =>
        Before(pronoun.Start).TakeWhile(mention => ParagraphOf(pronoun.Start) - mention.Paragraph <= 1).GroupBy(mention => mention.Sentence)
            .Select(sentence => sentence.Last()).FirstOrDefault(mention => mention.IsOrganisation && !mention.IsQuoted && mention.Span.End <= pronoun.Start)
        ?? LastSpeakers(pronoun).FirstOrDefault(speaker => speaker.Name.IsOrganisation).Name;

    private NameMention? Last(TextSpan before, Predicate<NameMention> fits) =>
        Before(before.Start).Take(MostNamesBack).FirstOrDefault(mention => mention.Span.End <= before.Start && !mention.IsQuoted && fits(mention));

    // The nearest first.
    private IEnumerable<NameMention> Before(int at)
    {
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = mentions[middle].Span.Start < at ? (middle + 1, high) : (low, middle);
        }

        for (var i = low - 1; i >= 0; i--)
        {
            yield return mentions[i];
        }
    }

    private NameMention? LastSpeaker(TextSpan before) =>
        LastSpeakers(before).FirstOrDefault(speaker => Hints.IsPerson(speaker.Name)).Name;

    private IEnumerable<(int At, NameMention Name)> LastSpeakers(TextSpan before)
    {
        for (var i = speakers.Count - 1; i >= 0 && IsNear(speakers[i].At, before); i--)
        {
            if (speakers[i].At < before.Start)
            {
                yield return speakers[i];
            }
        }
    }

    // The noun of "the spy agency of ..." is agency.
    private static string Head(string[] words)
    {
        if (words.Length == 0)
            return "";

        var end = Array.FindIndex(words, 1, word => SpeakerWords.Kind(word) == SpeakerWord.Joint || word is "who" or "which" or "in" or "at");
        return words[(end < 0 ? words.Length : end) - 1];
    }

    // "The labour inspectorate has taken the records away. It will not say ...": the subject of the sentence before.
    private TextSpan? BodyBefore(TextSpan pronoun)
    {
        var tokens = paragraphs[ParagraphOf(pronoun.Start)].Tokens;
        var sentence = Array.FindLast(tokens, token => token.Start <= pronoun.Start).Sentence;
        var first = Array.FindIndex(tokens, token => token.Sentence == sentence - 1);
        for (var i = first + 1; first >= 0 && text[tokens[first].Start..tokens[first].End] == "The" && i <= first + LongestBodyInWords && i < tokens.Length; i++)
        {
            if (SpeakerWords.Kind(text[tokens[i].Start..tokens[i].End]) == SpeakerWord.Organisation)
            {
                return new TextSpan(tokens[first].Start, tokens[i].End);
            }
        }

        return null;
    }

    private bool IsNear(NameMention mention, TextSpan speaker) => ParagraphOf(speaker.Start) - mention.Paragraph <= MostParagraphsBack;

    private bool IsNear(int at, TextSpan speaker) => ParagraphOf(speaker.Start) - ParagraphOf(at) <= MostParagraphsBack;

    private int ParagraphOf(int at)
    {
        var (low, high) = (0, paragraphs.Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = paragraphs[middle].Span.Start <= at ? (middle, high) : (low, middle);
        }

        return low;
    }

    private int SentenceOf(int at)
    {
        var paragraph = ParagraphOf(at);
        return sentencesBefore[paragraph] + Array.FindLast(paragraphs[paragraph].Tokens, token => token.Start <= at).Sentence;
    }
}
