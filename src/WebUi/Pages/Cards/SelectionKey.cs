using System.Security.Cryptography;
using System.Text;
using CleanIssuing.Application.Cards;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>Tells the drafts of one selection of cards from those of another.</summary>
public static class SelectionKey
{
    public static string Of(IEnumerable<CardView> cards) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', cards.Select(c => c.Card.Id.Value).Order(StringComparer.Ordinal)))))[..16];
}
