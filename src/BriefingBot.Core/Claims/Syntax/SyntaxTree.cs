namespace BriefingBot.Claims;

/// <summary>Which word of an English sentence depends on which, and as what. Immutable.</summary>
/// <param name="Words">Of the sentence, in order.</param>
/// <param name="Tags">What part of speech each is: Penn Treebank's tags.</param>
/// <param name="Heads">The word that each depends on; <see cref="Root"/> for the one that depends on none.</param>
/// <param name="Relations">As what it does: basic relations of Universal Dependencies 2, subtypes only where they tell who does what.</param>
internal sealed record SyntaxTree(IReadOnlyList<Word> Words, string[] Tags, int[] Heads, string[] Relations)
{
    public const int Root = -1;

    /// <summary>The words that depend on one, in order.</summary>
    public IEnumerable<int> Below(int word)
    {
        for (var i = 0; i < Heads.Length; i++)
        {
            if (Heads[i] == word)
            {
                yield return i;
            }
        }
    }

    /// <summary>The words that depend on one in a certain way, in order.</summary>
    public IEnumerable<int> Below(int word, string relation) => Below(word).Where(below => Relations[below] == relation);

    /// <summary>Whether it says that something is or was there.</summary>
    public bool IsOfThere => Enumerable.Range(0, Words.Count).Any(word => Relations[word] == "expl" && Words[word].Lower == "there");

    public bool IsVerb(int word) => Tags[word].StartsWith("VB", StringComparison.Ordinal);

    /// <summary>Whether one word depends on another, however far.</summary>
    public bool IsUnder(int word, int other)
    {
        for (var (at, steps) = (word, 0); at != Root && steps <= Heads.Length; at = Heads[at], steps++)
        {
            if (at == other)
            {
                return true;
            }
        }

        return false;
    }
}
