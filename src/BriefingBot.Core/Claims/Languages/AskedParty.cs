using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Whose word a Ukrainian, Russian or Korean question asks for: "Подтвердила ли мэр, что…", "Що заявив Гук про…", "국방부는 … 확인했나요?".</summary>
/// <param name="Phrase">The words that lead to them: the saying word, or "по словам".</param>
internal sealed record AskedParty(QuestionName Party, TextSpan Phrase, bool IsVerdict)
{
    private const double SpokenWeight = 0.95;
    private const double LastWordWeight = 0.7;

    /// <returns>Null if anybody's.</returns>
    public static AskedParty? Find(Question question, List<Word> words, Wording wording)
    {
        var asksForWord = question.Kind is QuestionKind.YesNo or QuestionKind.Statement or QuestionKind.Other;
        if (According(question, words, wording) is { } according)
        {
            return according;
        }

        var verb = wording.Tongue == Tongue.Korean ? words.FindLastIndex(word => wording.IsSaying(word.Lower)) : words.FindIndex(word => wording.IsSaying(word.Lower));
        if (verb < 0 || !asksForWord)
        {
            return null;
        }

        var speaker = wording.Tongue == Tongue.Korean ? KoreanSpeaker.Topic(question.Text, words, verb, wording)?.Phrase : Slavic(question.Text, words, verb, wording);
        return speaker is null ? null : new AskedParty(Name(question, speaker), words[verb].Span, wording.IsVerdict(words[verb].Lower));
    }

    private static AskedParty? According(Question question, List<Word> words, Wording wording)
    {
        var at = words.FindIndex(word => wording.Is("according", word.Lower));
        if (at < 1)
        {
            return null;
        }

        var speaker = wording.Tongue == Tongue.Korean ? KoreanSpeaker.EndingAt(question.Text, words, at - 1, wording)
            : words[at - 1].Lower is "по" or "за" or "на" ? new SlavicSpeaker(wording, question.Text, isQuestion: true).Led(words.GetRange(at + 1, words.Count - at - 1)) : null;
        var phrase = wording.Tongue == Tongue.Korean ? words[at].Span : words[at - 1].Span.Union(words[at].Span);
        return speaker is null ? null : new AskedParty(Name(question, speaker), phrase, IsVerdict: false);
    }

    private static SpeakerPhrase? Slavic(string text, List<Word> words, int verb, Wording wording)
    {
        var speakers = new SlavicSpeaker(wording, text, isQuestion: true);
        var start = words.FindLastIndex(verb, verb + 1, word => word.IsMark) + 1;
        var left = words.GetRange(start, verb - start).FindAll(word => !IsStopWord(word));
        List<Word> right = [.. words.Skip(verb + 1).Where(word => word.Lower is not ("ли" or "чи" or "же")).TakeWhile(word => !word.IsMark && !wording.Is("about", word.Lower) && !wording.Is("that", word.Lower))];
        return speakers.Before(left, isFeminine: null) ?? (right.Count > 0 ? Adjacent(right, speakers) : null);
    }

    // Right after the verb, else what is confirmed or denied would be taken for who does.
    private static SpeakerPhrase? Adjacent(List<Word> right, SlavicSpeaker speakers) =>
        speakers.After(right, isFeminine: true) is { } speaker && right.FindIndex(word => speaker.Span.Contains(word.Span)) <= 1 ? speaker : null;

    private static bool IsStopWord(Word word)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(word.Lower, new TextSpan(0, word.Lower.Length), tokens);
        return tokens.TrueForAll(token => token.IsStopWord) && !word.IsMark;
    }

    private static QuestionName Name(Question question, SpeakerPhrase speaker)
    {
        var text = question.Text;
        var name = Terms(text, speaker.Name);
        List<NameForm> forms = [new(Terms(text, speaker.Span), 1), new(name, SpokenWeight)];
        if (name.Count > 1 && speaker.Kind == SpeakerKind.Named && !KoreanWords.IsHangul(text[speaker.Name.Start]))
        {
            forms.Add(new NameForm([name[^1]], LastWordWeight));
        }

        forms.AddRange(question.Names.Where(other => other.Span.Overlaps(speaker.Span)).SelectMany(other => other.Forms));
        return new QuestionName(text[speaker.Span.Start..speaker.Span.End], speaker.Span,
            [.. forms.Where(form => form.Terms.Count > 0).GroupBy(form => string.Join(' ', form.Terms)).Select(group => group.MaxBy(form => form.Weight)!)]);
    }

    private static List<string> Terms(string text, TextSpan span)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, span, tokens);
        return [.. tokens.Where(token => !token.IsStopWord).Select(token => token.Term)];
    }
}
