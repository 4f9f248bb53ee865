using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Who does what to whom in a claim, where its words tell; held against sentences that have its words in other roles. Not thread-safe.</summary>
/// <remarks>There is no parser behind it: it says that a sentence tells of somebody else only where the words around the verb show it.</remarks>
internal sealed class ClaimRoles
{
    private readonly Claim _claim;
    private readonly ClaimMatcher _matcher;
    private readonly List<Word> _words;
    private readonly int _subject;
    private readonly int _known;

    private ClaimRoles(Claim claim, ClaimMatcher matcher, List<Word> words, int subject, int verb)
    {
        (_claim, _matcher, _words, _subject, _known) = (claim, matcher, words, subject, verb);
        if (verb >= 0)
        {
            Verb = Bits(verb, verb + 1) & matcher.Predicate;
        }
    }

    /// <summary>The claim's verb, where its subject is a name and the verb stands right after it; 0 where it cannot be told without a sentence.</summary>
    public ulong Verb { get; }

    /// <returns>Null where the claim is not an English one that something is so.</returns>
    public static ClaimRoles? Of(Claim claim, ClaimMatcher matcher)
    {
        if (claim.Question.Kind is not (QuestionKind.YesNo or QuestionKind.Other) || claim.Wording is not null || claim.Asked is not null)
        {
            return null;
        }

        var words = Words.Of(claim.Question.Text, new TextSpan(0, claim.Question.Text.Length));
        var subject = claim.Question.Kind == QuestionKind.YesNo && RoleWords.IsAuxiliary(words[0].Lower) ? 1 : 0;
        return words.Count <= subject + 1 ? null : new ClaimRoles(claim, matcher, words, subject, VerbAfterName(claim, words, subject));
    }

    // "Did the minister Anders Vik ever receive": -1 where the subject is no name.
    private static int VerbAfterName(Claim claim, List<Word> words, int subject)
    {
        var at = subject;
        while (at < words.Count && (RoleWords.Is("definite", words[at].Lower) || SpeakerWords.Kind(words[at].Lower) == SpeakerWord.Person) && !claim.Question.Names.Any(name => name.Span.Contains(words[at].Span)))
        {
            at++;
        }

        if (at >= words.Count || claim.Question.Names.FirstOrDefault(name => name.Span.Start == words[at].Span.Start) is not { } named || named.Text.Length < named.Span.Length)
        {
            return -1;
        }

        at = words.FindIndex(word => word.Span.Start >= named.Span.End);
        if (at >= 0 && at + 1 < words.Count && words[at].Lower == "of" && claim.Question.Names.FirstOrDefault(name => name.Span.Start == words[at + 1].Span.Start) is { } place)
        {
            at = words.FindIndex(word => word.Span.Start >= place.Span.End);
        }

        while (at >= 0 && at < words.Count && (RoleWords.IsAdverb(words[at].Lower) || RoleWords.IsAuxiliary(words[at].Lower) || IsNoun(words[at].Lower)))
        {
            at++;
        }

        // "Norvane accuses Harlow": the third person looks like a plural.
        at = subject == 0 && at > 0 && IsNoun(words[at - 1].Lower) && words[at - 1].Span.Start >= named.Span.End && (at >= words.Count || !IsVerb(words, at, subject)) ? at - 1 : at;
        return at < 0 || at >= words.Count || words[at].IsMark || words[at].IsCapitalised || words[at].Lower == "of" || RoleWords.Is("preposition", words[at].Lower) || RoleWords.Is("link", words[at].Lower) || RoleWords.Is("stop", words[at].Lower)
            || RoleWords.Is("definite", words[at].Lower) || RoleWords.Is("indefinite", words[at].Lower)
            || !IsVerb(words, at, subject) ? -1 : at;
    }

    // "Norland soldiers", "the Norland army".
    private static bool IsNoun(string lower) => SpeakerWords.Kind(lower) is SpeakerWord.Person or SpeakerWord.Organisation
        || (lower.Length > 3 && lower[^1] == 's' && lower[^2] is not ('s' or 'u' or '\'' or '’'));

    // After "did" and "will" any word; after "was" and "has" only some forms.
    private static bool IsVerb(List<Word> words, int at, int subject)
    {
        var opener = subject > 0 ? words[0].Lower : words[at - 1].Lower;
        var lower = words[at].Lower;
        return RoleWords.Is("modal", opener)
            || (RoleWords.Is("be", opener) && (RoleWords.IsParticiple(lower) || lower.EndsWith("ing", StringComparison.Ordinal)))
            || (RoleWords.Is("have", opener) && RoleWords.IsParticiple(lower))
            || (subject == 0 && !RoleWords.IsAuxiliary(opener) && (RoleWords.IsParticiple(lower) || lower.EndsWith('s')));
    }

    /// <summary>Whether a sentence tells what the claim tells of somebody else: "A lent B" where the claim is that B lent A.</summary>
    /// <param name="own">The claim's terms in the sentence.</param>
    public bool IsOfOthers(Statement statement, IReadOnlyList<Word> words, ulong own)
    {
        if (_claim.Names.Any(name => Namesakes.AreOnly(words, name)))
        {
            return true;
        }

        return Find(statement.Source.Text, words) is var (verb, group) ? new RolesHeld(_claim, _matcher, statement, words, group, own).Differ(Agent(verb), Patient(verb))
            : Verb != 0 && Patient(_known) is { Names.Count: > 0 } patient && Agent(_known).First is { } agent
                && (!_matcher.HasAll(agent, own) || (patient.First is { } done && !_matcher.HasAll(done, own)));
    }

    /// <summary>The claim's first word that the sentence has as a verb, and that verb.</summary>
    private (int Verb, VerbGroup Group)? Find(string text, IReadOnlyList<Word> words)
    {
        foreach (var verb in _known >= 0 ? [_known] : Enumerable.Range(_subject, _words.Count - _subject))
        {
            // "Did the bank get a loan" has no verb but "get".
            if (verb + 1 < _words.Count && RoleWords.IsAuxiliary(_words[verb].Lower) && (RoleWords.Is("indefinite", _words[verb + 1].Lower) || RoleWords.Is("definite", _words[verb + 1].Lower)))
            {
                return null;
            }

            if (_words[verb].IsMark || _words[verb].IsCapitalised || IsComplement(_words[verb].Lower) || (Bits(verb, verb + 1) & _matcher.Predicate) is not (var bit and > 0))
            {
                continue;
            }

            for (var i = 0; i < words.Count; i++)
            {
                if ((_matcher.Match(text, words[i].Span) & bit) != 0 && VerbGroup.At(words, i) is { } group)
                {
                    return RoleWords.AreConverse(Sayings.Stem(_words[verb].Lower), Sayings.Stem(words[i].Lower)) ? null : (verb, group);
                }
            }
        }

        return null;
    }

    // "Was the lock sabotage?" has no verb but "was".
    private bool IsComplement(string lower) => _subject > 0 && RoleWords.Is("be", _words[0].Lower) && !RoleWords.IsParticiple(lower) && !lower.EndsWith("ing", StringComparison.Ordinal);

    private bool IsPassive(int verb) => RoleWords.IsParticiple(_words[verb].Lower)
        && ((_subject > 0 && RoleWords.Is("be", _words[0].Lower)) || _words.Take(verb).Any(word => RoleWords.Is("be", word.Lower)));

    private Party Agent(int verb) => !IsPassive(verb) ? Before(verb)
        : VerbGroup.AgentAfter(_words, verb) is var (start, end) ? PartyOf(start, end) : Party.None;

    private Party Patient(int verb) => IsPassive(verb) ? Before(verb) : PartyOf(verb + 1, _words.Count);

    private Party Before(int verb)
    {
        var end = verb;
        while (end > _subject && (RoleWords.IsAuxiliary(_words[end - 1].Lower) || RoleWords.IsAdverb(_words[end - 1].Lower)))
        {
            end--;
        }

        return PartyOf(_subject, end);
    }

    private Party PartyOf(int start, int end)
    {
        if (start >= end)
        {
            return Party.None;
        }

        var span = _words[start].Span.Union(_words[end - 1].Span);
        var first = _words.FindIndex(start, word => !RoleWords.Is("definite", word.Lower) && SpeakerWords.Kind(word.Lower) != SpeakerWord.Person);
        var names = _claim.Question.Names.Where(name => span.Contains(name.Span)).ToList();
        var named = first >= 0 && first < end ? names.Find(name => name.Span.Contains(_words[first].Span)) : null;
        return new Party(Bits(start, end), names, named);
    }

    private ulong Bits(int start, int end) => _matcher.Match(_claim.Question.Text, _words[start].Span.Union(_words[end - 1].Span));
}
