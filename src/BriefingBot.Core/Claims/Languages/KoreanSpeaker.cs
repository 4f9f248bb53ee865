using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <param name="End">The word that carries the particle.</param>
internal sealed record KoreanTopic(SpeakerPhrase Phrase, int End);

/// <summary>Finds the speaker of a Korean sentence: the words up to one with a particle of the topic or the subject.</summary>
internal static class KoreanSpeaker
{
    // "김민수 수자원청 대변인은", "북부 하천 관리단의 박서연 단장은".
    private const int MostWords = 4;

    public static KoreanTopic? Topic(string text, List<Word> words, int verb, Wording wording)
    {
        for (var end = 0; end < verb; end++)
        {
            if (IsTopic(words[end].Lower) && !wording.Is("leads", words[end].Lower) && !IsOfTime(words[end].Lower) && EndingAt(text, words, end, wording) is { } phrase && CanSpeak(text, phrase, wording))
            {
                return new KoreanTopic(phrase, end);
            }
        }

        // The speaker right before the verb: "…했다고 김민수 대변인이 말했다".
        return verb > 0 && IsTopic(words[verb - 1].Lower) && EndingAt(text, words, verb - 1, wording) is { } last ? new KoreanTopic(last, verb) : null;
    }

    /// <summary>The nouns that end in this word, without its particle.</summary>
    public static SpeakerPhrase? EndingAt(string text, List<Word> words, int end, Wording wording)
    {
        var stem = Stem(words[end].Lower);
        if (stem.Length == 0 || words[end].IsMark)
        {
            return null;
        }

        var first = end;
        while (first > 0 && end - first + 1 < MostWords && GoesOn(words[first - 1], wording))
        {
            first--;
        }

        var span = new TextSpan(words[first].Span.Start, words[end].Span.Start + stem.Length);
        var kind = wording.Is("pronouns", words[end].Lower) ? SpeakerKind.Pronoun
            : wording.Is("anonymous", stem) ? SpeakerKind.Anonymous
            : first < end && KoreanNames.IsTitle(stem) ? SpeakerKind.Named
            : KoreanNames.IsTitle(stem) ? SpeakerKind.Role
            : SpeakerKind.Body;
        return new SpeakerPhrase(span, span, kind, null);
    }

    private static bool CanSpeak(string text, SpeakerPhrase phrase, Wording wording)
    {
        var head = text[phrase.Span.Start..phrase.Span.End].Split(' ')[^1];
        return phrase.Kind != SpeakerKind.Body || KoreanNames.IsBody(head) || wording.Is("anonymous", head);
    }

    // A bare noun, or one of an owner.
    private static bool GoesOn(Word word, Wording wording) =>
        !word.IsMark && !wording.Is("that", word.Lower) && KoreanWords.IsHangul(word.Lower[^1]) && !wording.Is("leads", word.Lower) && !IsOfTime(word.Lower)
        && (word.Lower.EndsWith('의') || KoreanWords.StemLength(word.Lower) == word.Lower.Length || (KoreanNames.IsTitle(word.Lower) || KoreanNames.IsBody(word.Lower)));

    private static bool IsOfTime(string lower) => char.IsAsciiDigit(lower[0]) || lower.EndsWith("요일", StringComparison.Ordinal);

    private static bool IsTopic(string lower) => lower.Length > 1 && KoreanWords.IsHangul(lower[^1]) && KoreanWords.IsHangul(lower[^2])
        && (KoreanWords.HasFinal(lower[^2]) ? lower[^1] is '은' or '이' : lower[^1] is '는' or '가');

    private static string Stem(string lower)
    {
        var end = lower.Length;
        end -= lower.Length > 1 && (IsTopic(lower) || lower[^1] is '에' or '의') ? 1 : 0;
        return lower[..end] is var stem && stem.EndsWith("에서", StringComparison.Ordinal) ? stem[..^2] : stem;
    }
}
