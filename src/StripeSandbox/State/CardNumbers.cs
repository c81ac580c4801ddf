using System.Security.Cryptography;
using System.Text;

namespace CleanIssuing.StripeSandbox.State;

/// <summary>Card data for the demo: the same for the same id, valid in form, and nobody's.</summary>
internal sealed record CardNumbers(string Number, string Cvc, string Pin)
{
    public string Last4 => Number[^4..];

    public static CardNumbers For(string cardId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(cardId));
        var digits = string.Concat(hash.Select(b => (char)('0' + (b % 10))));
        // Stripe's own test range of issued Visa cards.
        var body = "40000099" + digits[..7];
        return new CardNumbers(body + CheckDigit(body), digits[10..13], digits[13..17]);
    }

    private static char CheckDigit(string body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var digit = body[body.Length - 1 - i] - '0';
            if (i % 2 == 0)
                digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
