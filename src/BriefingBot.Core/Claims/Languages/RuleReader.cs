using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Finds who says what in Ukrainian, Russian and Korean articles by rules: a quotation or what is reported, the nearest verb of saying, and its speaker.</summary>
internal static class RuleReader
{
    /// <summary>In the order of their cues.</summary>
    public static IReadOnlyList<Attribution> Read(string text, Wording wording)
    {
        List<Attribution> found = [];
        var names = new SpokenNames(text, wording);
        var slavic = new SlavicSpeech(wording, new SlavicSpeaker(wording, text));
        SpeechUnit? before = null;
        foreach (var unit in SpeechUnit.Of(text, wording))
        {
            var said = wording.Tongue == Tongue.Korean ? KoreanSpeech.Read(text, unit, wording) : slavic.Read(unit);
            if (said is not null && Attribute(text, unit, said, names, before) is { } attribution)
            {
                found.Add(attribution);
            }

            before = unit;
        }

        found.Sort((one, other) => one.Cue.CompareTo(other.Cue));
        return found;
    }

    private static Attribution? Attribute(string text, SpeechUnit unit, SaidSpan said, SpokenNames names, SpeechUnit? before)
    {
        var (speaker, name, isAnonymous) = names.Resolve(said);
        List<TextSpan> content = [.. said.Content.Select(span => Trim(text, span)).Where(span => span.Length > 0)];
        var source = unit;

        // "Об этом сообщила мэр": it is what stands before that she said.
        if (said.IsOfTheLast && before is not null)
        {
            (content, source) = ([before.Span], before);
        }

        if (content.Count == 0)
        {
            return null;
        }

        var quoted = content.Sum(span => source.Quotations.Sum(quotation => Math.Max(0, Math.Min(span.End, quotation.End) - Math.Max(span.Start, quotation.Start))));
        var kind = quoted == 0 ? AttributionKind.Indirect : quoted >= content.Sum(span => span.Length) ? AttributionKind.Direct : AttributionKind.Mixed;
        return new Attribution(speaker, said.Cue, content, kind) { SpeakerName = name, IsAnonymous = isAnonymous };
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or '—' or '–' or ':' or ';'))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '—' or '–' or ':' or ';' or '.'))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}

/// <summary>What one unit says and who says it, as it stands there.</summary>
/// <param name="Speaker">Null where the unit leaves it out.</param>
/// <param name="Cue">The words that say so.</param>
/// <param name="Content">In order.</param>
internal sealed record SaidSpan(SpeakerPhrase? Speaker, TextSpan Cue, IReadOnlyList<TextSpan> Content)
{
    /// <summary>Whether what is said is the unit before.</summary>
    public bool IsOfTheLast { get; init; }
}

internal enum SpeakerKind
{
    /// <summary>A person or a body by its name.</summary>
    Named,

    /// <summary>A body by what it is: the ministry.</summary>
    Body,

    /// <summary>A person by their role: the mayor.</summary>
    Role,
    Anonymous,
    Pronoun,
}

/// <param name="Span">With the role before the name.</param>
/// <param name="Name">The name alone; the span itself where there is none.</param>
/// <param name="IsFeminine">As the verb tells; null if it does not.</param>
internal sealed record SpeakerPhrase(TextSpan Span, TextSpan Name, SpeakerKind Kind, bool? IsFeminine);
