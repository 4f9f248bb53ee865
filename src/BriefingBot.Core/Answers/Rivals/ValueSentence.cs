using System.Collections.Frozen;
using System.Numerics;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>The words of one sentence as values are measured in it: which of them name what is asked about, say what is asked of it, or are near such words as a rule.</summary>
internal sealed class ValueSentence
{
    // Words over which the bearing of a word on another falls to 1/e.
    private const double Reach = 5;
    private const int CopulaReachInWords = 3;
    private const double SentencesOfLead = 3;

    // Of the web page around a text, not of the text.
    private static readonly FrozenSet<string> PageWords = AnswerWords.Of("page-words");

    private static readonly FrozenSet<string> Copulas = FrozenSet.Create("is", "was", "are", "were", "as", "became");
    private static readonly FrozenSet<string> Prepositions = FrozenSet.Create("in", "on", "at", "since", "near", "around", "about", "of", "to");

    private readonly ValueQuestion _question;
    private readonly ClaimMatcher _matcher;
    private readonly ClaimSentence _sentence;
    private readonly List<Word> _words;
    private readonly bool[] _names;
    private readonly bool[] _asked;
    private readonly bool[] _cues;
    private readonly double _capitals;
    private readonly double _prose;
    private readonly bool _isOfPage;
    private readonly bool _hasWholeName;

    public ValueSentence(ValueQuestion question, ClaimMatcher matcher, ClaimSentence sentence)
    {
        (_question, _matcher, _sentence) = (question, matcher, sentence);
        _words = Words.Of(sentence.Source.Text, sentence.Span);
        (_names, _asked, _cues) = (new bool[_words.Count], new bool[_words.Count], new bool[_words.Count]);
        var next = 0;
        foreach (var hit in sentence.Hits.Span)
        {
            while (next + 1 < _words.Count && _words[next + 1].Span.Start <= hit.Start)
            {
                next++;
            }

            var bits = matcher.Bits(hit);
            _names[next] |= (bits & question.Entity) != 0;
            _asked[next] |= (bits & ~question.Entity) != 0;
        }

        _capitals = (double)_words.Count(word => word.IsCapitalised) / Math.Max(1, _words.Count(word => !word.IsMark));
        _prose = Prose();
        _isOfPage = _words.Exists(word => PageWords.Contains(word.Lower));
        _hasWholeName = HasWholeName();
        for (var i = 0; i < _words.Count; i++)
        {
            _cues[i] = question.Cues.Contains(_words[i].Lower);
        }

        Found = ValueFinder.Find(question, _words);
    }

    public ClaimSentence Sentence => _sentence;

    public IReadOnlyList<FoundValue> Found { get; }

    /// <summary>As <see cref="ValueFeatures"/> names them.</summary>
    /// <param name="order">Of the value in <see cref="Found"/>.</param>
    /// <param name="repeats">How many other values of the article agree.</param>
    /// <param name="all">How many values the article has.</param>
    public double[] Measure(int order, int repeats, int all)
    {
        var found = Found[order];
        var (own, before) = (_sentence.Own, _sentence.Before);
        var previous = found.First > 0 ? _words[found.First - 1].Lower : "";
        var next = found.End < _words.Count ? _words[found.End].Lower : "";
        var opened = Opened(found.First);
        return
        [
            1,
            Share(own | before | _sentence.Around, _question.Entity),
            Share(own, _question.Entity),
            Share(before, _question.Entity),
            Share(own, ~_question.Entity),
            Share(before, ~_question.Entity),
            Left(_names, found),
            Right(_names, found),
            Left(_asked, found),
            Right(_asked, found),
            Left(_cues, found),
            Right(_cues, found),
            Math.Exp(-_sentence.Index / SentencesOfLead),
            1.0 / (1 + order),
            opened >= 0 ? 1 : 0,
            previous == "by" ? 1 : 0,
            Prepositions.Contains(previous) ? 1 : 0,
            _words.Take(found.First).TakeLast(CopulaReachInWords).Any(word => Copulas.Contains(word.Lower)) ? 1 : 0,
            IsFull(found.Value) ? 1 : 0,
            _question.AsksBirth && (IsFirstIn(opened, order) || IsAfter(found.First, "born", "b")) ? 1 : 0,
            _question.AsksDeath && ((opened >= 0 && IsDash(previous)) || IsAfter(found.First, "died", "d")) ? 1 : 0,
            _question.AsksBirth && opened >= 0 && IsDash(previous) ? 1 : 0,
            Math.Log(1 + repeats),
            Math.Log(1 + all),
            _words[found.First].IsCapitalised ? 1 : 0,
            previous is "$" or "£" or "€" ? 1 : 0,
            found.Value is NumberValue { Amount: >= 1000 and <= 2100, Span.Length: 4 } ? 1 : 0,
            next is "%" or "percent" ? 1 : 0,
            _words.Skip(found.End).Take(CopulaReachInWords).Any(word => word.Lower is "per" or "/") ? 1 : 0,
            Math.Log(Found.Count),
            _capitals,
            Math.Log(_words.Count),
            _isOfPage ? 1 : 0,
            _hasWholeName ? 1 : 0,
            IsKnown(found) ? 1 : 0,
            2 * found.First > _words.Count ? 1 : 0,
            _prose,
            _sentence.Source.Text[_sentence.Span.End - 1] is '.' or '”' or '"' ? 1 : 0,
        ];
    }

    private double Share(ulong bits, ulong of) => _matcher.Share(of & All) is > 0 and var all ? _matcher.Share(bits & of & All) / all : 1;

    private ulong All => _question.Terms;

    private static double Left(bool[] marked, FoundValue found)
    {
        var at = Array.LastIndexOf(marked, true, Math.Max(0, found.First - 1), found.First == 0 ? 0 : found.First);
        return at < 0 ? 0 : Math.Exp((at - found.First + 1) / Reach);
    }

    private static double Right(bool[] marked, FoundValue found)
    {
        var at = Array.IndexOf(marked, true, found.End);
        return at < 0 ? 0 : Math.Exp((found.End - at) / Reach);
    }

    /// <summary>Where the parenthesis opens that the word stands in; -1 outside.</summary>
    private int Opened(int word)
    {
        var open = _words.FindLastIndex(Math.Max(0, word - 1), Math.Max(0, word), other => other.Lower is "(" or ")");
        return open >= 0 && _words[open].Lower == "(" ? open : -1;
    }

    /// <summary>0 to 1: the share of small words. Lists and tables have next to none.</summary>
    private double Prose()
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(_sentence.Source.Text, _sentence.Span, tokens);
        return (double)tokens.Count(token => token.IsStopWord) / Math.Max(1, tokens.Count);
    }

    /// <summary>Whether all that is named stands together.</summary>
    private bool HasWholeName()
    {
        var (run, longest) = (0, 0);
        foreach (var isName in _names)
        {
            run = isName ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest >= BitOperations.PopCount(_question.Entity);
    }

    private bool IsKnown(FoundValue found) => _question.Kind is ValueKind.Name or ValueKind.Place
        && _words.Skip(found.First).Take(found.End - found.First).Any(word => Aliases.Read([Sayings.Stem(word.Lower)]) is [{ Kind: "place" or "demonym" or "org" }, ..]);

    private bool IsFirstIn(int opened, int order) => opened >= 0 && (order == 0 || Found[order - 1].First < opened);

    private bool IsAfter(int word, string one, string other) =>
        _words.Take(word).TakeLast(CopulaReachInWords).Any(before => before.Lower == one || before.Lower == other);

    private static bool IsDash(string lower) => lower is "–" or "-" or "—" or "to";

    private static bool IsFull(Value value) => value switch
    {
        DateValue date => date.Day is not null,
        NumberValue number => number.Grain <= 1,
        WordsValue words => words.Words.Count > 1,
        _ => false,
    };
}
