using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>A question that asks for a fact, as sentences are held against it.</summary>
internal sealed class FactQuestion
{
    private readonly FrozenSet<string> _words;

    public FactQuestion(Claim claim)
    {
        Claim = claim;
        var text = claim.Question.Text;
        _words = Words.Of(text, new TextSpan(0, text.Length)).Select(word => Plain(word.Lower)).ToFrozenSet();
        var asking = Asking(text);
        var words = Words.Of(text, asking);
        Kind = AnswerKinds.Of(claim.Question.Kind, words);
        for (var i = 0; i < claim.Terms.Count; i++)
        {
            Asked |= claim.Terms[i].Term.Span.Start >= asking.Start ? 1UL << i : 0;
        }
    }

    public Claim Claim { get; }

    public AnswerKind Kind { get; }

    /// <summary>Whether a name or a number answers it. What caused something takes a sentence, and sentences that share a name need not tell the same.</summary>
    public bool AsksKey => Kind != AnswerKind.Any || Claim.Question.Kind == QuestionKind.Which;

    public bool AsksNumber => AnswerKinds.IsNumber(Kind);

    /// <summary>The claim's terms in the sentence that asks; background often stands before it.</summary>
    public ulong Asked { get; }

    /// <summary>Whether the question has the word itself.</summary>
    public bool Has(string lower) => _words.Contains(Plain(lower));

    private static TextSpan Asking(string text)
    {
        var sentences = SentenceSplitter.Split(text, new TextSpan(0, text.Length));
        return sentences.LastOrDefault(sentence => text[sentence.End - 1] == '?', sentences[^1]);
    }

    /// <summary>Without a possessive ending.</summary>
    public static string Plain(string lower) => lower.Length > 2 && lower[^1] == 's' && lower[^2] is '\'' or '’' ? lower[..^2] : lower;
}
