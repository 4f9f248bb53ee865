using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>The speakers of one article so far: gives a surname its full form, a role and a pronoun the last one that fits.</summary>
internal sealed class SpokenNames(string text, Wording wording)
{
    private readonly List<SpeakerPhrase> _heard = [];

    /// <summary>Where the speaker stands, the name they go by, and whether they have none.</summary>
    public (TextSpan? Speaker, TextSpan? Name, bool IsAnonymous) Resolve(SaidSpan said)
    {
        if (said.Speaker is not { } speaker)
        {
            return _heard.Count > 0 ? (_heard[^1].Span, _heard[^1].Name, _heard[^1].Kind == SpeakerKind.Anonymous) : (null, null, false);
        }

        var meant = Meant(speaker);
        _heard.Add(meant with { Span = speaker.Span, IsFeminine = meant.IsFeminine ?? speaker.IsFeminine });
        return (speaker.Span, meant.Name, meant.Kind is SpeakerKind.Anonymous or SpeakerKind.Pronoun);
    }

    private SpeakerPhrase Meant(SpeakerPhrase speaker) => speaker.Kind switch
    {
        SpeakerKind.Pronoun => _heard.FindLast(heard => heard.Kind is SpeakerKind.Named or SpeakerKind.Role && Agree(heard, speaker)) ?? speaker,
        SpeakerKind.Named => _heard.Find(heard => heard.Kind == SpeakerKind.Named && IsFuller(heard.Name, speaker.Name)) ?? speaker,
        SpeakerKind.Role => _heard.FindLast(heard => heard.Kind == SpeakerKind.Named && Agree(heard, speaker) && HasRole(heard.Span, speaker.Span)) ?? speaker,
        SpeakerKind.Body => _heard.Find(heard => heard.Kind is SpeakerKind.Named or SpeakerKind.Body && SameHead(heard.Name, speaker.Name)) ?? speaker,
        _ => speaker,
    };

    private static bool Agree(SpeakerPhrase one, SpeakerPhrase other) => one.IsFeminine is null || other.IsFeminine is null || one.IsFeminine == other.IsFeminine;

    // "Корн" after "Анна Корн", "김 대변인" after "김민수 수자원청 대변인".
    private bool IsFuller(TextSpan heard, TextSpan name)
    {
        if (wording.Tongue == Tongue.Korean)
        {
            var (full, brief) = (Words(heard), Words(name));
            return brief.Count > 0 && full.Count > 0 && IsSameTitle(full[^1], brief[^1]) && full[0][0] == brief[0][0] && (brief[0].Length == 1 || full[0] == brief[0]);
        }

        var stems = Stems(heard);
        var own = Stems(name);
        return own.Count > 0 && stems.Count >= own.Count && stems[^1] == own[^1] && own.All(stems.Contains);
    }

    private bool HasRole(TextSpan heard, TextSpan role) => wording.Tongue == Tongue.Korean ? IsSameTitle(Words(heard)[^1], Words(role)[^1]) : Stems(heard).Contains(Stems(role)[0]);

    // 한결시장 and 시장.
    private static bool IsSameTitle(string one, string other) => one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal);

    private bool SameHead(TextSpan heard, TextSpan body) => Stems(heard).FirstOrDefault() is { } head && head == Stems(body).FirstOrDefault() && Stems(body).All(Stems(heard).Contains);

    private List<string> Words(TextSpan span) => [.. text[span.Start..span.End].Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private List<string> Stems(TextSpan span) => [.. Words(span).Select(Sayings.Stem)];
}
