using System.Collections.Frozen;
using BriefingBot.Claims;

namespace BriefingBot.Answers.Verification;

/// <summary>What the words of a clause say of how firm it is.</summary>
[Flags]
internal enum Marks
{
    None = 0,

    /// <summary>Somebody is named as saying it.</summary>
    Said = 1,

    /// <summary>May, could, reportedly, plans to.</summary>
    Hedged = 2,

    /// <summary>Claimed, alleged, without evidence.</summary>
    Unsupported = 4,

    /// <summary>Cannot confirm, has nothing on it, will not say.</summary>
    Doubted = 8,

    /// <summary>Denied, false.</summary>
    Refuted = 16,

    /// <summary>Not, no, never.</summary>
    Negated = 32,

    /// <summary>Confirmed, admitted.</summary>
    Confirmed = 64,
}

/// <summary>How firm a clause is, by its own words alone.</summary>
/// <param name="Hedges">How many cues say that it may not be so.</param>
/// <param name="Sayings">How many words quote somebody.</param>
internal readonly record struct Tone(Marks Marks, int Hedges, int Sayings)
{
    private static readonly FrozenSet<string> Determiners = FrozenSet.Create("a", "an", "the", "this", "these", "those", "another", "any", "no", "its", "his", "her", "their", "each", "one", "of", "in");

    private const Marks AnyDenial = Marks.Refuted | Marks.Negated | Marks.Doubted;
    private const Marks AnyDoubt = Marks.Doubted | Marks.Negated;
    private const Marks Weaker = Marks.Hedged | Marks.Unsupported | AnyDoubt;

    public static Tone Of(IReadOnlyList<Word> words)
    {
        var marks = Marks.None;
        var weak = 0;
        foreach (var cue in CuePatterns.Find(words))
        {
            weak += cue.Commitment is Commitment.Confirmed or Commitment.Refuted ? 0 : 1;
            marks |= cue.Commitment switch
            {
                Commitment.Uncommitted or Commitment.Silent => Marks.Doubted,
                Commitment.Refuted => Marks.Refuted,
                Commitment.Unsupported => Marks.Unsupported,
                Commitment.Hedged => Marks.Hedged,
                Commitment.Confirmed => Marks.Confirmed,
                _ => Marks.None,
            };
        }

        foreach (var word in words)
        {
            marks |= Negation.IsNegator(word.Lower) ? Marks.Negated : Marks.None;
        }

        var said = words.Where((_, i) => IsSaying(words, i)).Count();
        return new Tone(said > 0 ? marks | Marks.Said : marks, weak, said);
    }

    /// <summary>Whether somebody is quoted with the word. "Another state" and "the report" quote nobody.</summary>
    public static bool IsSaying(IReadOnlyList<Word> words, int i) => words[i].Lower == "according"
        || (!words[i].IsMark && Claims.Sayings.IsSaying(words[i].Lower) && !(i > 0 && (Determiners.Contains(words[i - 1].Lower) || words[i - 1].Lower.EndsWith("'s", StringComparison.Ordinal) || words[i - 1].Lower.EndsWith("’s", StringComparison.Ordinal))));

    public bool Has(Marks any) => (Marks & any) != Marks.None;

    /// <summary>Whether a clause of this tone is firmer than its source, as far as hedges go.</summary>
    public bool IsFirmerThan(Tone source) =>
        (source.Has(Marks.Hedged) && !Has(Weaker))
        || (source.Has(Marks.Unsupported) && !Has(Weaker))
        || (source.Has(Marks.Doubted) && !Has(AnyDoubt))
        || (Has(Marks.Confirmed) && !source.Has(Marks.Confirmed))
        || (Has(Marks.Confirmed) && source.Has(AnyDoubt) && !Has(AnyDoubt));

    /// <summary>Whether it says that something is so which the source says is denied.</summary>
    public bool DropsDenialOf(Tone source) => source.Has(Marks.Refuted) && !Has(AnyDenial);

    /// <summary>Whether it denies or doubts what the source does not.</summary>
    public bool AddsDenialTo(Tone source) => Has(AnyDenial) && !source.Has(AnyDenial);

    public Tone With(Tone other) => new(Marks | other.Marks, Hedges + other.Hedges, Sayings + other.Sayings);
}
